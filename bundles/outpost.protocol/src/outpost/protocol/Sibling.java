package outpost.protocol;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import outpost.values.Dot;
import outpost.values.HlcStamp;

/**
 * One of the values that a product's field was last given by people who did not know of each other.
 *
 * @param value as JSON text, as {@link ProductField} has it; empty: cleared
 * @param dot which change made it so
 * @param at when, by the hybrid clock of who made it
 * @param terminal the lane that made it, or {@link #CLOUD}
 */
public record Sibling(Optional<String> value, Dot dot, HlcStamp at, String terminal) {
    /** Actor and terminal of what administrators and imports change at the cloud. No posId is so short. */
    public static final String CLOUD = "cloud";

    /** The last writer last. */
    static final Comparator<Sibling> BY_TIME = Comparator.comparing(Sibling::at)
            .thenComparing(Sibling::terminal)
            .thenComparing(Sibling::dot)
            .thenComparing(sibling -> sibling.value().orElse(""));

    public Sibling {
        Limits.requireText("value", value, 1, Limits.PICTURE_CHARS + 2);
        Objects.requireNonNull(dot, "dot");
        Objects.requireNonNull(at, "at");
        Limits.requireText("terminal", terminal, 1, Limits.CODE_CHARS);
    }

    boolean isOfTheCloud() {
        return dot.actor().equals(CLOUD);
    }
}
