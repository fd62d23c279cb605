package outpost.cloud.internal.updates;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How early a branch gets a release; each is a channel of that name. */
public enum Ring {
    /** The first few shops. */
    PILOT,
    /** Those after them. */
    WAVE,
    /** Every shop that was put into no other ring. */
    ALL;

    /** @throws IllegalArgumentException if there is none of that name */
    public static Ring named(String name) {
        return Arrays.stream(values())
                .filter(ring -> ring.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no ring '" + name + "': pilot, wave or all"));
    }

    /** Its name as a channel. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
