package outpost.cloud.internal.sync;

import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.SalePayload;
import outpost.values.EventKey;

/**
 * A delivered event and the verdict on it.
 *
 * @param sale its content, where it is valid
 * @param problem what is wrong with it, where it is not
 */
record CheckedEvent(Delivered delivered, Optional<SalePayload> sale, Optional<String> problem) {
    static CheckedEvent of(Delivered delivered, EventCheck check) {
        if (delivered.event().isEmpty()) {
            return new CheckedEvent(delivered, Optional.empty(), delivered.problem());
        }
        try {
            return new CheckedEvent(
                    delivered, Optional.of(check.sale(delivered.event().get())), Optional.empty());
        } catch (IllegalArgumentException invalid) {
            return new CheckedEvent(delivered, Optional.empty(), Optional.of(invalid.getMessage()));
        }
    }

    /** The event of a delivery that is one. */
    Event event() {
        return delivered.event().orElseThrow();
    }

    EventKey key() {
        return event().key();
    }

    /** Why it is refused. */
    String reason() {
        return problem.orElseThrow();
    }
}
