package outpost.outbox.internal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.Identity;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.Terminal;
import outpost.outbox.internal.EventLog.Origin;
import outpost.protocol.Event;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * What else happened at this till. A file that was restored or copied gives numbers out twice: two events with one number, both of which happened. Nobody but
 * this till can give them other numbers, so it collects what the others have of its files, and writes again what not all of them can know.
 */
final class Histories {
    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);

    private static final String KNOWN =
            "(EXISTS (SELECT 1 FROM outbox AS k WHERE k.pos_id = f.pos_id AND k.local_event_id = f.local_event_id - 1"
                    + " AND k.hash = f.previous_hash) OR EXISTS (SELECT 1 FROM other_history AS h"
                    + " WHERE h.pos_id = f.pos_id AND h.local_event_id = f.local_event_id - 1"
                    + " AND h.hash = f.previous_hash))";
    /** What the events of this terminal follow under a number that is here with another event. */
    private static final String BROKEN_LINKS = "SELECT DISTINCT f.pos_id, f.local_event_id - 1 AS number,"
            + " f.previous_hash FROM (SELECT pos_id, local_event_id, previous_hash FROM outbox WHERE terminal_id = ?"
            + " UNION ALL SELECT pos_id, local_event_id, previous_hash FROM other_history) AS f"
            + " WHERE f.local_event_id > 1 AND NOT " + KNOWN
            + " AND EXISTS (SELECT 1 FROM outbox AS t WHERE t.pos_id = f.pos_id"
            + " AND t.local_event_id = f.local_event_id - 1) ORDER BY 1, 2 DESC LIMIT ?";

    private final EventLog events;
    private final Terminal terminal;

    Histories(EventLog events, Terminal terminal) {
        this.events = events;
        this.terminal = terminal;
    }

    /** Appends what an event tells under this file's present number range, as the same thing that happened at the same time. */
    Event writtenAgain(Transaction transaction, Event event, Origin origin) {
        Identity identity = SqliteTerminal.storedIdentity(transaction).orElseThrow();
        OutboxRows.Head head = OutboxRows.head(transaction, identity.posId());
        Event again = Event.signed(
                new EventKey(event.terminalId(), identity.posId(), head.localEventId() + 1),
                event.type(),
                event.branchId(),
                ZonedDateTime.parse(event.occurredAt()),
                event.hlc(),
                event.payload(),
                head.hash(),
                terminal.privateKey());
        events.add(transaction, again, origin, State.PENDING);
        return again;
    }

    /**
     * Takes in an event of this terminal whose number is taken here. Whoever has the one cannot store the other, so both are written again, unless they are
     * here under another number that still counts.
     */
    void join(Transaction transaction, Event other) {
        int news = transaction.update(
                "INSERT OR IGNORE INTO other_history (pos_id, local_event_id, hash, previous_hash) VALUES (?, ?, ?, ?)",
                other.posId().value(),
                other.localEventId(),
                other.hash(),
                other.previousHash());
        if (news == 0) {
            return;
        }
        LOG.warn("This till wrote two events {}: its file was restored or copied", other.key());
        if (!OutboxRows.isElsewhere(transaction, other)) {
            Origin origin = OutboxRows.isTold(transaction, other) ? Origin.COPY_OF_OTHER : Origin.OTHER;
            writtenAgain(transaction, other, origin);
        }
        atNumber(transaction, other.key())
                .filter(mine -> !OutboxRows.isElsewhere(transaction, mine.event()))
                .ifPresent(mine -> writtenAgain(
                        transaction, mine.event(), mine.own() ? Origin.COPY_OF_OWN : Origin.COPY_OF_OTHER));
    }

    /** Notes that this is the event which the cloud has under its number. */
    static void atCloud(Transaction transaction, Event event) {
        transaction.update(
                "UPDATE other_history SET at_cloud = 1 WHERE pos_id = ? AND local_event_id = ? AND hash = ?",
                event.posId().value(),
                event.localEventId(),
                event.hash());
    }

    /** @see outpost.outbox.BranchEvents#lacking */
    static List<Link> lacking(Transaction transaction, List<Link> told, int limit) {
        Optional<TerminalId> self = self(transaction);
        List<Link> lacking = new ArrayList<>();
        if (self.isPresent()) {
            told.stream()
                    .filter(link -> link.terminalId().equals(self.get()))
                    .filter(link -> isTakenByAnother(transaction, link))
                    .limit(limit)
                    .forEach(lacking::add);
        }
        // Only a file that was numbered anew has a break within its own events.
        if (SqliteTerminal.posIds(transaction).size() > 1) {
            lacking.addAll(transaction.query(
                    BROKEN_LINKS,
                    row -> new Link(
                            self.orElseThrow(),
                            new PosId(row.text("pos_id")),
                            row.number("number"),
                            row.text("previous_hash")),
                    self.orElseThrow().value(),
                    limit));
        }
        return lacking.stream().distinct().limit(limit).toList();
    }

    /**
     * The first number whose event the cloud has not taken from here, and whose other event is not known here either. What it refused for its content need not be
     * free there: a file that was put back may have given that number to what the cloud has under it. While a file is the only one, nobody else can have done so.
     */
    static OptionalLong lackingFromCloud(Transaction transaction, PosId posId, long after, long upTo) {
        Optional<Identity> identity = SqliteTerminal.storedIdentity(transaction);
        return transaction
                .first(
                        "SELECT local_event_id FROM outbox AS o WHERE pos_id = ? AND local_event_id > ?"
                                + " AND local_event_id <= ? AND state IN ('superseded', 'parked', 'discarded')"
                                + " AND (state = 'superseded' OR pos_id <> ?) AND terminal_id = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM other_history AS h WHERE h.pos_id = o.pos_id"
                                + " AND h.local_event_id = o.local_event_id AND h.at_cloud = 1) ORDER BY local_event_id LIMIT 1",
                        row -> OptionalLong.of(row.number("local_event_id")),
                        posId.value(),
                        after,
                        upTo,
                        identity.map(own -> own.posId().value()).orElse(""),
                        identity.map(own -> own.enrolment().terminalId().value())
                                .orElse(""))
                .orElse(OptionalLong.empty());
    }

    static Optional<TerminalId> self(Transaction transaction) {
        return SqliteTerminal.storedIdentity(transaction)
                .map(identity -> identity.enrolment().terminalId());
    }

    private static boolean isTakenByAnother(Transaction transaction, Link link) {
        return Streams.hash(transaction, link.posId(), link.number())
                        .filter(hash -> !hash.equals(link.hash()))
                        .isPresent()
                && transaction.number(
                                "SELECT count(*) FROM other_history WHERE pos_id = ? AND local_event_id = ? AND hash = ?",
                                link.posId().value(),
                                link.number(),
                                link.hash())
                        == 0;
    }

    /** What a person has given up, or must decide on, is not written again. */
    private static Optional<EventLog.Stored> atNumber(Transaction transaction, EventKey key) {
        return transaction.first(
                "SELECT * FROM outbox WHERE pos_id = ? AND local_event_id = ?"
                        + " AND state NOT IN ('parked', 'discarded')",
                OutboxRows::stored,
                key.posId().value(),
                key.localEventId());
    }
}
