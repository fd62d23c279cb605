package outpost.protocol;

import java.util.List;

/** Body of {@code POST sync/push} as a till writes it. The cloud reads its events one by one, so that a bad one spoils no other. */
public record PushRequest(List<Event> events) {
    /** Header that carries {@link #idempotencyKey()}. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    public PushRequest {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > Limits.EVENTS_PER_PUSH) {
            throw new IllegalArgumentException(
                    "events has " + events.size() + " entries, must be 1 to " + Limits.EVENTS_PER_PUSH);
        }
    }

    /** The same for the same events in the same order, however often they are sent. */
    public String idempotencyKey() {
        return Sha256.hex(String.join("\n", events.stream().map(Event::hash).toList()));
    }
}
