package outpost.sales;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a supervisor is about to do.
 *
 * @param kind for the journal, the same in each language: small letters and underscores
 * @param subject what it is done to; may be empty
 * @param fields what there is to say about it, in this order
 */
public record Deed(String kind, String subject, Map<String, String> fields) {
    public Deed {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Deed of(String kind, String subject) {
        return new Deed(kind, subject, Map.of());
    }

    /** This one, and what else there is to say. */
    public Deed with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Deed(kind, subject, more);
    }
}
