package outpost.outbox.internal;

import java.util.Optional;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.StreamState;
import outpost.store.Transaction;
import outpost.values.PosId;

/** What is here of a {@code posId}, and how it stands against what the cloud says that it has. */
final class Streams {
    // A plus before a column keeps SQLite from an index that begins with it: by state there are few rows, by file there
    // is the whole history.

    /** What the cloud does not have under that number; a superseded event's number belongs to another one there. */
    private static final String NOT_THERE = "state IN ('pending', 'sending', 'parked', 'held', 'discarded')";

    private Streams() {}

    /** Whether the cloud saw more of this number range than this file wrote, or something else. */
    static boolean isAheadOfFile(Transaction transaction, StreamState cloud) {
        if (cloud.highest() > OutboxRows.head(transaction, cloud.posId()).localEventId()) {
            return true;
        }
        return hash(transaction, cloud.posId(), cloud.highest())
                .filter(hash -> !hash.equals(cloud.highestHash()))
                .isPresent();
    }

    /** Lets those events wait again that the cloud had and has lost. */
    static int sendAgain(Transaction transaction, StreamState cloud) {
        if (!hasLost(transaction, cloud)) {
            return 0;
        }
        int again = transaction.update(
                "UPDATE outbox SET state = 'pending'"
                        + " WHERE pos_id = ? AND local_event_id > ? AND state = 'acknowledged'",
                cloud.posId().value(),
                cloud.contiguous());
        Setbacks.found(transaction);
        return again + Archive.takeOut(transaction, cloud.posId(), cloud.contiguous());
    }

    /** The number up to which the cloud is known to have everything. */
    static long atCloud(Transaction transaction, PosId posId) {
        return transaction
                .first("SELECT up_to FROM at_cloud WHERE pos_id = ?", row -> row.number("up_to"), posId.value())
                .orElse(0L);
    }

    private static boolean hasLost(Transaction transaction, StreamState cloud) {
        return cloud.contiguous() < acknowledged(transaction, cloud.posId())
                || cloud.missing() > notThere(transaction, cloud)
                || transaction.number(
                                "SELECT count(*) FROM outbox WHERE pos_id = ? AND local_event_id > ?"
                                        + " AND state = 'acknowledged'",
                                cloud.posId().value(),
                                cloud.highest())
                        > 0;
    }

    /** Up to which number the cloud has acknowledged every event of an own posId, whose rows have no gap. */
    static long acknowledged(Transaction transaction, PosId posId) {
        return transaction.number(
                "SELECT coalesce((SELECT min(local_event_id) - 1 FROM outbox WHERE " + NOT_THERE + " AND +pos_id = ?),"
                        + " (SELECT max(local_event_id) FROM outbox WHERE pos_id = ?), 0)",
                posId.value(),
                posId.value());
    }

    /**
     * As {@link #acknowledged}, but only up to the first event that the cloud has under another number: what a neighbour keeps of that one counts as brought
     * only when the neighbour has its copy too.
     */
    static long deliveredUnderItsNumber(Transaction transaction, PosId posId) {
        return Math.min(
                acknowledged(transaction, posId),
                transaction.number(
                        "SELECT coalesce(min(local_event_id) - 1, ?) FROM outbox WHERE state = 'superseded' AND +pos_id = ?",
                        Long.MAX_VALUE,
                        posId.value()));
    }

    private static long notThere(Transaction transaction, StreamState cloud) {
        return transaction.number(
                "SELECT count(*) FROM outbox WHERE " + NOT_THERE + " AND +pos_id = ? AND local_event_id < ?",
                cloud.posId().value(),
                cloud.highest());
    }

    /** Of the event that has that number here, in the table or the archive. */
    static Optional<String> hash(Transaction transaction, PosId posId, long number) {
        return transaction
                .first(
                        "SELECT hash FROM outbox WHERE pos_id = ? AND local_event_id = ?",
                        row -> row.text("hash"),
                        posId.value(),
                        number)
                .or(() -> Archive.behind(transaction, posId, number - 1).stream()
                        .flatMap(block -> block.events().stream())
                        .map(Stored::event)
                        .filter(event -> event.localEventId() == number)
                        .map(event -> event.hash())
                        .findFirst());
    }
}
