package outpost.outbox;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.store.Transaction;
import outpost.values.EventKey;

/**
 * The events that wait to leave, from {@code pending} over {@code sending} to {@code acknowledged}, or to {@code parked} where a person must decide.
 *
 * <p>Nothing here is ever lost by a restart: what was being sent is pending again.
 */
@ProviderType
public interface Outbox {
    /**
     * Numbers, chains, signs and stores an event within the caller's transaction: it exists if and only if that transaction commits.
     *
     * @param payload the type's payload as JSON
     * @throws IllegalStateException if this till is not enrolled
     */
    EventKey append(Transaction transaction, EventType type, String payload);

    /**
     * Takes the next events to send, most urgent first and oldest first among them, and marks them {@code sending}. Events that are being sent already are
     * not taken again.
     *
     * @param maxBytes bound of the events' payloads together; at least one event is given if one waits
     */
    List<Event> take(int maxEvents, long maxBytes);

    /** Puts events back that could not be delivered; it does not count against them. */
    void putBack(List<Event> events);

    /**
     * Stores the cloud's answers. Accepted and duplicate events are done; a refused one waits for another attempt, and is parked with code and reason after
     * the third.
     *
     * @param answers by {@link EventAnswer#index()} into the events
     */
    void settle(List<Event> events, List<EventAnswer> answers);

    OutboxCounts counts();

    /** Entries in these states, oldest first. */
    List<OutboxEntry> entries(List<OutboxEntry.State> states, int limit);

    /** Sends a parked event again. Does nothing if it is not parked. */
    void replay(EventKey key);

    /** Calls back after each commit that changed the outbox, on the writer thread: keep it short. Close to stop. */
    Subscription onChange(Runnable listener);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
