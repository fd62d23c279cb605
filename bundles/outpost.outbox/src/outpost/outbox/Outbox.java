package outpost.outbox;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.StreamState;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.PosId;

/**
 * The events that wait to leave, from {@code pending} over {@code sending} to {@code acknowledged}, or to {@code parked} where a person must decide. What other
 * lanes wrote and this till forwards ({@link BranchEvents}) leaves the same way, but is neither counted nor listed here.
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
     * the third. An own event whose number belongs to another one at the cloud is written again, with the same content and stamp, under a new {@code posId};
     * a neighbour's is left to that neighbour.
     *
     * @param answers by {@link EventAnswer#index()} into the events
     */
    void settle(List<Event> events, List<EventAnswer> answers);

    /** This file's own number ranges, the one in use last. Empty until it was enrolled. */
    List<PosId> posIds();

    /**
     * Holds what the cloud has of one of {@link #posIds()} against what is here.
     *
     * <p>Where the cloud knows more of this file's number range than the file itself, or other content, the file is a copy, or older than the cloud saw it: it
     * takes a new {@code posId}. Where the cloud lacks what it had acknowledged, it was set up from a backup: those events wait to be sent again.
     *
     * @return how many events wait to be sent again
     */
    int compare(StreamState cloud);

    /** Of this till's own events. */
    OutboxCounts counts();

    Backlog backlog();

    /** How many of this till's own events of each type are in one of these states. It looks at each of them: not for every second. */
    Map<EventType, Long> countsByType(List<OutboxEntry.State> states);

    /** This till's own entries in these states, oldest first. */
    List<OutboxEntry> entries(List<OutboxEntry.State> states, int limit);

    /** Sends a parked event again. Does nothing if it is not parked. */
    void replay(EventKey key);

    /**
     * Gives a parked event up. It stays here and in the cloud's quarantine, and an event of type {@link EventType#DISCARD} says who gave it up and why.
     *
     * @param reason a person's words
     * @param by the name of the person
     * @throws IllegalStateException if it is not parked
     */
    void discard(EventKey key, String reason, String by);

    /** Calls back after each commit that changed the outbox, on the writer thread: keep it short. Close to stop. */
    Subscription onChange(Runnable listener);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
