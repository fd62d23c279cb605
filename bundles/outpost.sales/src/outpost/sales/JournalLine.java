package outpost.sales;

import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the till's journal, to be read by people.
 *
 * @param kind what was done: {@code sale}, {@code void_line}, {@code drawer} …; later versions add others
 * @param subject what it was done to: a receipt's number, a ticket's, shift's or user's id; may be empty
 * @param fields what the entry says beside, by name, amounts in minor units; only texts, numbers and truth values
 */
public record JournalLine(long seq, ZonedDateTime at, String kind, String subject, Map<String, String> fields) {
    public JournalLine {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
