package outpost.cloud.internal.catalog.file;

import java.util.Map;
import java.util.Optional;

/**
 * One row of an imported file.
 *
 * @param line where it begins, counted from 1
 * @param fields its values by column; empty where it could not be read
 * @param problem why it could not be read
 */
public record Row(long line, Map<String, String> fields, Optional<String> problem) {
    static Row of(long line, Map<String, String> fields) {
        return new Row(line, fields, Optional.empty());
    }

    static Row unreadable(long line, String problem) {
        return new Row(line, Map.of(), Optional.of(problem));
    }

    /** The column's value, without the space around it; empty where there is none. */
    public Optional<String> value(String column) {
        return Optional.ofNullable(fields.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
