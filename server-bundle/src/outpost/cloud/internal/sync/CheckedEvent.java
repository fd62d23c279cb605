package outpost.cloud.internal.sync;

import java.util.Optional;
import outpost.protocol.Event;
import outpost.values.EventKey;

/**
 * A delivered event and the verdict on it.
 *
 * @param content what it tells, where it is valid
 * @param problem what is wrong with it, where it is not
 */
record CheckedEvent(Delivered delivered, Optional<Content> content, Optional<String> problem) {
    static CheckedEvent of(Delivered delivered, EventCheck check) {
        if (delivered.event().isEmpty()) {
            return new CheckedEvent(delivered, Optional.empty(), delivered.problem());
        }
        try {
            return new CheckedEvent(
                    delivered, Optional.of(check.content(delivered.event().get())), Optional.empty());
        } catch (IllegalArgumentException | ArithmeticException invalid) {
            return new CheckedEvent(delivered, Optional.empty(), Optional.of(invalid.getMessage()));
        }
    }

    /** The event of a delivery that is one. */
    Event event() {
        return delivered.event().orElseThrow();
    }

    /** A valid event with what it tells. */
    Told told() {
        return new Told(event(), content.orElseThrow());
    }

    EventKey key() {
        return event().key();
    }

    /** Why it is refused. */
    String reason() {
        return problem.orElseThrow();
    }
}
