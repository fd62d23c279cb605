package outpost.outbox;

import java.util.Optional;
import outpost.protocol.Event;

/**
 * One event and how far it came.
 *
 * @param attempts how often the cloud refused it
 * @param code and {@code reason}: the cloud's last refusal
 */
public record OutboxEntry(Event event, State state, int attempts, Optional<String> code, Optional<String> reason) {
    public enum State {
        PENDING,
        SENDING,
        ACKNOWLEDGED,
        PARKED
    }
}
