package outpost.outbox;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.store.Transaction;

/**
 * Wants to know what happened in the branch: each event that this till wrote, or keeps for another lane, passes by exactly once. Registered as a service; it
 * may come and go, and goes on where it was.
 *
 * <p>Once a reader has caught up it reads within the transaction that stores the event. What it missed before (another version, an update) it reads in short
 * transactions on a background thread, soon after it came.
 *
 * <p>Events come in any order, and a reader must give the same result in each: that is how lanes merge.
 */
@ConsumerType
public interface EventReader {
    /** Under which its position is kept: short, stable over versions, no other reader's. */
    String name();

    /** What it reads; others are not shown to it. */
    Set<EventType> types();

    /**
     * Takes an event in, in that transaction. It may {@linkplain Outbox#append append} events of its own to it.
     *
     * <p>What it throws undoes its own writes and no more: the sale goes on, and the event is shown again after the next start.
     *
     * @param own whether this till wrote it
     */
    void read(Transaction transaction, Event event, boolean own);
}
