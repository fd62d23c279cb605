package outpost.outbox.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.internal.EventLog.Origin;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** How an event lies in the table {@code outbox}, and how exactly the same event is read back. */
final class OutboxRows {
    private static final String COLUMNS = "terminal_id, pos_id, local_event_id, type, branch_id, occurred_at, hlc,"
            + " payload, payload_hash, previous_hash, hash, signature, priority, state, own, copy, id";

    private static final String SAME = "SELECT EXISTS (SELECT 1 FROM outbox WHERE own IN (0, 1) AND hlc = ?"
            + " AND terminal_id = ? AND payload_hash = ?";

    private OutboxRows() {}

    static void insert(Transaction transaction, Event event, Origin origin, State state) {
        insert(transaction, event, state, origin.own(), origin.copy(), Optional.empty());
    }

    /** Puts an archived event back as pending. It counted as acknowledged all the time. */
    static void insertAgain(Transaction transaction, Stored stored) {
        insert(transaction, stored.event(), State.PENDING, stored.own(), false, Optional.of(-stored.id()));
        transaction.update("UPDATE " + (stored.own() ? "outbox_counts" : "inbox_counts")
                + " SET count = count - 1 WHERE state = 'acknowledged'");
    }

    private static void insert(
            Transaction transaction, Event event, State state, boolean own, boolean copy, Optional<Long> id) {
        transaction.update(
                "INSERT INTO outbox (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                event.terminalId().value(),
                event.posId().value(),
                event.localEventId(),
                event.type().wireName(),
                event.branchId().value(),
                event.occurredAt(),
                event.hlc().toString(),
                event.payload(),
                event.payloadHash(),
                event.previousHash(),
                event.hash(),
                event.signature(),
                event.type().urgency(),
                name(state),
                own,
                copy,
                id);
    }

    static Stored stored(Row row) {
        return new Stored(row.number("id"), event(row), row.flag("own"));
    }

    static Event event(Row row) {
        return new Event(
                new TerminalId(row.text("terminal_id")),
                new PosId(row.text("pos_id")),
                row.number("local_event_id"),
                new EventType(row.text("type")),
                new BranchId(row.text("branch_id")),
                row.text("occurred_at"),
                HlcStamp.parse(row.text("hlc")),
                row.text("payload"),
                row.text("payload_hash"),
                row.text("previous_hash"),
                row.text("hash"),
                row.text("signature"));
    }

    static OutboxEntry entry(Row row) {
        return new OutboxEntry(
                event(row),
                State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                (int) row.number("attempts"),
                row.optionalText("code"),
                row.optionalText("reason"),
                peers(row));
    }

    private static List<TerminalId> peers(Row row) {
        return row.optionalText("peer_ack").stream()
                .flatMap(text -> Stream.of(text.split(" ")))
                .map(TerminalId::new)
                .toList();
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Head head(Transaction transaction, PosId posId) {
        Optional<Head> last = transaction.first(
                "SELECT local_event_id, hash FROM outbox WHERE pos_id = ? ORDER BY local_event_id DESC LIMIT 1",
                row -> new Head(row.number("local_event_id"), row.text("hash")),
                posId.value());
        return last.orElse(new Head(0, Event.NO_HASH));
    }

    /** Whether what an event tells lies here under any number: a terminal gives each stamp once. */
    static boolean isTold(Transaction transaction, Event event) {
        return transaction.number(
                        SAME + ")", event.hlc().toString(), event.terminalId().value(), event.payloadHash())
                > 0;
    }

    /** Whether it lies here under another number, and that one belongs to it at the cloud as far as is known. */
    static boolean isElsewhere(Transaction transaction, Event event) {
        return transaction.number(
                        SAME + " AND hash <> ? AND state <> 'superseded')",
                        event.hlc().toString(),
                        event.terminalId().value(),
                        event.payloadHash(),
                        event.hash())
                > 0;
    }

    /** Notes that the number belongs to another event at the cloud, and that the content lies here under another number. */
    static void superseded(Transaction transaction, EventKey key, String reason) {
        transaction.update(
                "UPDATE outbox SET state = 'superseded', code = ?, reason = ? WHERE pos_id = ? AND local_event_id = ?",
                ErrorCode.POS_SYNC_EVENT_FORK.name(),
                reason,
                key.posId().value(),
                key.localEventId());
    }

    /** The highest stamp among this till's own events, or among those of other lanes. */
    static HlcStamp lastStamp(Transaction transaction, boolean own) {
        return transaction
                .first(
                        "SELECT hlc FROM outbox WHERE own = ? ORDER BY hlc DESC LIMIT 1",
                        row -> HlcStamp.parse(row.text("hlc")),
                        own)
                .orElse(new HlcStamp(0, 0));
    }

    /** The last event of a chain. */
    record Head(long localEventId, String hash) {}
}
