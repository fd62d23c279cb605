package outpost.outbox.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.Json;
import outpost.store.Store;
import outpost.store.Transaction;

/** Keeps the outbox from growing for ever: what the cloud has for long goes into the archive, and what is oldest there goes when its room is used up. */
final class Shelf {
    private static final int EVENTS_PER_STEP = 500;
    private static final String DONE = "state IN ('acknowledged', 'superseded')";

    private final Store store;
    private final long keepEvents;
    private final long archiveBytes;

    /**
     * @param keepEvents so many rows stay in the table, so that it is quick to see what happened lately
     * @param archiveBytes room of the archive, packed
     */
    Shelf(Store store, long keepEvents, long archiveBytes) {
        this.store = store;
        this.keepEvents = keepEvents;
        this.archiveBytes = archiveBytes;
    }

    /** Puts away what is due, in short transactions. Waits for the disk; not to be called on the writer thread. */
    void tidy() {
        while (store.<Boolean>write(this::step)) {
            // Each step is a transaction of its own, between which sales go on.
        }
        while (store.<Boolean>write(this::drop)) {
            // As above.
        }
    }

    /** @return whether there may be more to do */
    private boolean step(Transaction transaction) {
        // What was taken out of the archive to be sent again is still there.
        transaction.update("DELETE FROM outbox WHERE id < 0 AND state = 'acknowledged'");
        List<Stored> due = due(transaction);
        Map<String, List<Stored>> byPosId = due.stream()
                .collect(Collectors.groupingBy(stored -> stored.event().posId().value()));
        byPosId.values().forEach(events -> runs(events).forEach(run -> Archive.insert(transaction, run)));
        transaction.update(
                "DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(?))",
                Json.write(due.stream().map(Stored::id).toList()));
        return due.size() == EVENTS_PER_STEP;
    }

    /** The head of a chain stays, and what a reader must be shown again; so does the last row, whose number must not be given twice. */
    private List<Stored> due(Transaction transaction) {
        return transaction.query(
                "SELECT * FROM outbox AS o WHERE id > 0 AND id <= (SELECT max(id) FROM outbox) - ? AND " + DONE
                        + " AND local_event_id < (SELECT max(local_event_id) FROM outbox WHERE pos_id = o.pos_id)"
                        + " AND NOT EXISTS (SELECT 1 FROM event_reader_failures WHERE outbox_id = o.id)"
                        + " ORDER BY id LIMIT ?",
                OutboxRows::stored,
                keepEvents,
                EVENTS_PER_STEP);
    }

    private static List<List<Stored>> runs(List<Stored> events) {
        List<List<Stored>> runs = new ArrayList<>();
        long expected = -1;
        for (Stored next : events.stream()
                .sorted(Comparator.comparingLong(stored -> stored.event().localEventId()))
                .toList()) {
            if (next.event().localEventId() != expected) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(next);
            expected = next.event().localEventId() + 1;
        }
        return runs;
    }

    /** @return whether a block was dropped */
    private boolean drop(Transaction transaction) {
        return transaction.update(
                        "DELETE FROM outbox_archive WHERE (SELECT sum(length(events)) FROM outbox_archive) > ?"
                                + " AND block = (SELECT min(block) FROM outbox_archive)",
                        archiveBytes)
                > 0;
    }
}
