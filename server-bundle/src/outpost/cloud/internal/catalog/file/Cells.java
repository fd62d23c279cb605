package outpost.cloud.internal.catalog.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How one row is cut into cells; it may take further lines for it. */
@FunctionalInterface
interface Cells {

    /** @throws IllegalArgumentException if the row is malformed */
    List<String> of(String line, Lines further) throws IOException;

    static Cells tabSeparated() {
        return (line, further) -> List.of(line.split("\t", -1));
    }

    /** RFC 4180: cells may be quoted, and then hold commas, line ends and doubled quotes. */
    static Cells commaSeparated() {
        return (line, further) -> new QuotedCells(line, further).read();
    }

    /** Cuts one comma-separated row. */
    final class QuotedCells {
        private final Lines further;
        private final List<String> cells = new ArrayList<>();
        private String line;
        private int at;

        private QuotedCells(String line, Lines further) {
            this.line = line;
            this.further = further;
        }

        private List<String> read() throws IOException {
            for (boolean more = true; more; ) {
                cells.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
                more = at < line.length();
                at++;
            }
            return cells;
        }

        private String plain() {
            int comma = line.indexOf(',', at);
            int end = comma < 0 ? line.length() : comma;
            String cell = line.substring(at, end);
            at = end;
            return cell;
        }

        private String quoted() throws IOException {
            StringBuilder cell = new StringBuilder();
            at++;
            while (true) {
                int quote = line.indexOf('"', at);
                if (quote < 0) {
                    cell.append(line, at, line.length()).append('\n');
                    continueOnNextLine(cell.length());
                } else {
                    cell.append(line, at, quote);
                    at = quote + 1;
                    if (at == line.length() || line.charAt(at) == ',') {
                        return cell.toString();
                    }
                    if (line.charAt(at) != '"') {
                        throw new IllegalArgumentException("a quoted cell goes on behind its closing quote");
                    }
                    cell.append('"');
                    at++;
                }
            }
        }

        private void continueOnNextLine(int sofar) throws IOException {
            line = further.next()
                    .orElseThrow(() -> new IllegalArgumentException("a quoted cell has no end"))
                    .checked();
            at = 0;
            if (sofar + line.length() > Lines.MAX_BYTES) {
                throw new IllegalArgumentException("a quoted cell has more than " + Lines.MAX_BYTES + " characters");
            }
        }
    }
}
