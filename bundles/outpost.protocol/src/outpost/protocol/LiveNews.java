package outpost.protocol;

import java.util.Optional;

/**
 * A text on {@code sync/live}: that there is something to ask for, and nothing that asking would not give.
 *
 * @param kind {@link #CHANGED}, {@link #CONFLICT}, {@link #LANES}, {@link #REVOKED}, or one that only a newer version knows
 * @param cursor of the newest change, where the kind is {@link #CHANGED}
 */
public record LiveNews(String kind, Optional<Long> cursor) {
    public static final String CHANGED = "changed";
    public static final String CONFLICT = "conflict";
    public static final String LANES = "lanes";
    public static final String REVOKED = "revoked";
}
