package outpost.cloud.internal.catalog.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        Optional<String> line = nextNotBlank();
        return line.isEmpty() ? Optional.empty() : Optional.of(row(columns, line.get()));
    }

    private List<String> header() throws IOException {
        if (header.isEmpty()) {
            List<String> names = cells.of(nextNotBlank().orElse(""), lines);
            header = Optional.of(names.stream().map(String::strip).toList());
        }
        return header.get();
    }

    private Row row(List<String> columns, String line) throws IOException {
        long number = lines.number();
        Optional<String> problem = Lines.problem(line);
        if (problem.isPresent()) {
            return Row.unreadable(number, problem.get());
        }
        try {
            List<String> values = cells.of(line, lines);
            if (values.size() != columns.size()) {
                return Row.unreadable(
                        number, "the row has " + values.size() + " cells, the header has " + columns.size());
            }
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                fields.put(columns.get(i), values.get(i));
            }
            return Row.of(number, fields);
        } catch (IllegalArgumentException malformed) {
            return Row.unreadable(number, malformed.getMessage());
        }
    }

    private Optional<String> nextNotBlank() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line;
    }
}
