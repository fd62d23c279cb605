package outpost.cloud.internal.catalog.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** The rows of an imported file, one after the other, so that a file of any length takes the memory of a row. */
public interface RowReader {

    /**
     * The names of the columns: the header line's, or in NDJSON the first object's fields.
     *
     * @throws IOException if the file cannot be read further
     */
    Set<String> columns() throws IOException;

    /**
     * @return the next row, or empty after the last one
     * @throws IOException if the file cannot be read further
     */
    Optional<Row> next() throws IOException;

    /** @throws IllegalArgumentException if there is no such format */
    static RowReader of(String format, InputStream file) {
        Lines lines = new Lines(file);
        return switch (format) {
            case "tsv" -> new TableReader(lines, Cells.tabSeparated());
            case "csv" -> new TableReader(lines, Cells.commaSeparated());
            case "ndjson" -> new JsonRowReader(lines);
            default -> throw new IllegalArgumentException("There is no format '" + format + "': tsv, csv or ndjson");
        };
    }
}
