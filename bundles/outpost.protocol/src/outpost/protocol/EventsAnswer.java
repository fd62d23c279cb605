package outpost.protocol;

import java.util.List;

/**
 * Events of one file of the branch, as their terminal signed them, by rising number: the answer of {@code GET sync/events}. None: the cloud has nothing behind
 * the number that was named.
 */
public record EventsAnswer(List<Event> events) {
    public EventsAnswer {
        events = List.copyOf(events);
    }
}
