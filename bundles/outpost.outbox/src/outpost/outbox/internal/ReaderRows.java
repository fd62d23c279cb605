package outpost.outbox.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.store.Transaction;

/**
 * How far the readers came. A reader has seen all rows up to its position, all blocks of the archive up to its block, and of younger blocks what lies up to its
 * position: so an event that is archived before a reader came to it is found there, and none is seen twice.
 */
final class ReaderRows {
    private static final int REASON_CHARS = 500;

    private ReaderRows() {}

    static Position position(Transaction transaction, String reader) {
        return transaction
                .first(
                        "SELECT position, block FROM event_readers WHERE name = ?",
                        row -> new Position(row.number("position"), row.number("block")),
                        reader)
                .orElse(new Position(0, 0));
    }

    static Batch next(Transaction transaction, Position from, Set<EventType> types, int limit) {
        Optional<Archive.Block> block = Archive.nextFor(transaction, from);
        if (block.isPresent()) {
            List<Stored> events = block.get().events().stream()
                    .filter(stored -> stored.id() > from.row()
                            && types.contains(stored.event().type()))
                    .toList();
            return new Batch(events, new Position(from.row(), block.get().number()), false);
        }
        List<Stored> events = transaction.query(
                "SELECT * FROM outbox WHERE id > ? AND copy = 0 AND type IN (SELECT value FROM json_each(?))"
                        + " ORDER BY id LIMIT ?",
                OutboxRows::stored,
                from.row(),
                Json.write(types),
                limit);
        boolean last = events.size() < limit;
        long row = last ? lastRow(transaction) : events.get(events.size() - 1).id();
        return new Batch(events, new Position(Math.max(from.row(), row), from.block()), last);
    }

    static void move(Transaction transaction, String reader, Position position) {
        transaction.update(
                "INSERT INTO event_readers (name, position, block) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET position = max(position, excluded.position),"
                        + " block = excluded.block",
                reader,
                position.row(),
                position.block());
    }

    /** What a reader appends while it reads lies behind what it reads, and is passed first. */
    static void passed(Transaction transaction, String reader, long id) {
        transaction.update("UPDATE event_readers SET position = max(position, ?) WHERE name = ?", id, reader);
    }

    static void fail(Transaction transaction, String reader, long id, Throwable cause) {
        String reason = cause.toString();
        transaction.update(
                "INSERT INTO event_reader_failures (reader, outbox_id, reason) VALUES (?, ?, ?)"
                        + " ON CONFLICT (reader, outbox_id) DO UPDATE SET reason = excluded.reason",
                reader,
                id,
                reason.substring(0, Math.min(reason.length(), REASON_CHARS)));
    }

    static List<Stored> failed(Transaction transaction, String reader) {
        return transaction.query(
                "SELECT o.* FROM event_reader_failures f JOIN outbox o ON o.id = f.outbox_id WHERE f.reader = ?"
                        + " ORDER BY o.id",
                OutboxRows::stored,
                reader);
    }

    static void forget(Transaction transaction, String reader, long id) {
        transaction.update("DELETE FROM event_reader_failures WHERE reader = ? AND outbox_id = ?", reader, id);
    }

    private static long lastRow(Transaction transaction) {
        return transaction.number("SELECT coalesce(max(id), 0) FROM outbox");
    }

    /** @param row the last outbox.id, {@code block} the last block of the archive */
    record Position(long row, long block) {}

    /** @param last whether nothing follows */
    record Batch(List<Stored> events, Position position, boolean last) {}
}
