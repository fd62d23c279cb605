package outpost.protocol;

import java.util.List;

/** Answer of {@code POST sync/push}: one entry for each event, in the request's order. All accepted ones are durable. */
public record PushAnswer(List<EventAnswer> results) {
    public PushAnswer {
        results = List.copyOf(results);
    }
}
