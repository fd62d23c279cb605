package outpost.tools.internal.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in columns: the first one to the left, the others, which hold figures, to the right. */
public final class Table {
    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row, with as many cells as the others. */
    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public void print(Screen screen) {
        lines().forEach(screen::print);
    }

    /** The rows as text, each cell in its column. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(padded(row.get(0), -widths[0]));
            for (int column = 1; column < columns; column++) {
                line.append(GAP).append(padded(row.get(column), widths[column]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String padded(String text, int width) {
        return width == 0 ? text : String.format("%" + width + "s", text);
    }
}
