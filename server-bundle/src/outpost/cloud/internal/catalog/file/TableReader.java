package outpost.cloud.internal.catalog.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.catalog.file.Lines.Line;

/** Rows under a header line that names the columns. */
final class TableReader implements RowReader {
    private final Lines lines;
    private final Cells cells;
    private Optional<List<String>> header = Optional.empty();

    TableReader(Lines lines, Cells cells) {
        this.lines = lines;
        this.cells = cells;
    }

    @Override
    public Set<String> columns() throws IOException {
        return Set.copyOf(header());
    }

    @Override
    public Optional<Row> next() throws IOException {
        List<String> columns = header();
        Optional<Line> line = lines.nextNotBlank();
        return line.isEmpty() ? Optional.empty() : Optional.of(row(columns, line.get()));
    }

    private List<String> header() throws IOException {
        if (header.isEmpty()) {
            Optional<Line> line = lines.nextNotBlank();
            List<String> names =
                    line.isEmpty() ? List.of() : cells.of(line.get().checked(), lines);
            header = Optional.of(names.stream().map(String::strip).toList());
        }
        return header.get();
    }

    private Row row(List<String> columns, Line line) throws IOException {
        try {
            List<String> values = cells.of(line.checked(), lines);
            if (values.size() != columns.size()) {
                return Row.unreadable(
                        line.number(), "the row has " + values.size() + " cells, the header has " + columns.size());
            }
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                fields.put(columns.get(i), values.get(i));
            }
            return Row.of(line.number(), fields);
        } catch (IllegalArgumentException malformed) {
            return Row.unreadable(line.number(), malformed.getMessage());
        }
    }
}
