package outpost.outbox.internal;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.PosId;

/**
 * Old events that the cloud has, packed into blocks: about a tenth of the room, and still there when a reader comes late, a neighbour has lost its disk, or the
 * cloud was set up again from a backup.
 */
final class Archive {
    private Archive() {}

    /** The next block that holds what a reader at that position has not seen. */
    static Optional<Block> nextFor(Transaction transaction, ReaderRows.Position position) {
        return transaction.first(
                "SELECT block, events FROM outbox_archive WHERE block > ? AND last_id > ? ORDER BY block LIMIT 1",
                Archive::block,
                position.block(),
                position.row());
    }

    /** The first block of a pos_id that reaches beyond that number. */
    static Optional<Block> behind(Transaction transaction, PosId posId, long after) {
        return transaction.first(
                "SELECT block, events FROM outbox_archive WHERE pos_id = ? AND last_event > ?"
                        + " ORDER BY last_event LIMIT 1",
                Archive::block,
                posId.value(),
                after);
    }

    /**
     * Lets events wait again that lie behind a number. They get rows with negative ids, which no reader looks at, and stay in their block.
     *
     * @return how many
     */
    static int takeOut(Transaction transaction, PosId posId, long after) {
        int taken = 0;
        Optional<Block> block = behind(transaction, posId, after);
        for (long last = after; block.isPresent(); block = behind(transaction, posId, last)) {
            for (Stored stored : block.get().events()) {
                if (stored.event().localEventId() > after && isMissing(transaction, stored.event())) {
                    OutboxRows.insertAgain(transaction, stored);
                    taken++;
                }
            }
            last = block.get().lastEvent();
        }
        return taken;
    }

    private static boolean isMissing(Transaction transaction, Event event) {
        return transaction.number(
                        "SELECT count(*) FROM outbox WHERE pos_id = ? AND local_event_id = ?",
                        event.posId().value(),
                        event.localEventId())
                == 0;
    }

    static void insert(Transaction transaction, List<Stored> run) {
        Stored first = run.get(0);
        Stored last = run.get(run.size() - 1);
        transaction.update(
                "INSERT INTO outbox_archive (terminal_id, pos_id, own, first_event, last_event, last_id, events)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                first.event().terminalId().value(),
                first.event().posId().value(),
                first.own(),
                first.event().localEventId(),
                last.event().localEventId(),
                run.stream().mapToLong(Stored::id).max().orElseThrow(),
                packed(run));
    }

    private static byte[] packed(List<Stored> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (Stored event : events) {
                gzip.write(Json.write(event).getBytes(StandardCharsets.UTF_8));
                gzip.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static Block block(Row row) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(row.bytes("events"))), StandardCharsets.UTF_8))) {
            return new Block(
                    row.number("block"),
                    lines.lines().map(line -> Json.read(line, Stored.class)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("block " + row.number("block") + " of the outbox's archive is damaged", e);
        }
    }

    /** @param number rises with time; {@code events} are of one pos_id, in the order of their numbers */
    record Block(long number, List<Stored> events) {
        long lastEvent() {
            return events.get(events.size() - 1).event().localEventId();
        }
    }
}
