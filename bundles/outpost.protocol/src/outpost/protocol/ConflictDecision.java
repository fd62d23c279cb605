package outpost.protocol;

import java.util.Objects;
import java.util.Optional;

/**
 * Body of {@code POST sync/conflicts/{id}/resolution}: what a person decided.
 *
 * @param value the value that the field gets, as JSON text; empty clears it
 * @param by who decided
 */
public record ConflictDecision(Optional<String> value, String by) {
    public ConflictDecision {
        Objects.requireNonNull(value, "value");
        Limits.requireText("by", by, 1, Limits.NAME_CHARS);
    }
}
