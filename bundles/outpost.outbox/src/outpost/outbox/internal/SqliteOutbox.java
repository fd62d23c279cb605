package outpost.outbox.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Backlog;
import outpost.outbox.BranchTime;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.Terminal;
import outpost.outbox.internal.EventLog.Origin;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.StreamState;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;

/** The outbox in the table {@code outbox}. The chain's head is its last row, so that it can neither be lost nor differ from what is there. */
@Component(service = Outbox.class, immediate = true)
public final class SqliteOutbox implements Outbox {
    private final Store store;
    private final Terminal terminal;
    private final BranchTime time;
    private final EventLog events;
    private final Answers answers;
    private final Clock clock;

    @Activate
    public SqliteOutbox(
            @Reference Store store, @Reference Terminal terminal, @Reference BranchTime time, @Reference EventLog log) {
        this(store, terminal, time, log, Clock.systemDefaultZone());
    }

    SqliteOutbox(Store store, Terminal terminal, BranchTime time, EventLog events, Clock clock) {
        this.store = store;
        this.terminal = terminal;
        this.time = time;
        this.events = events;
        this.clock = clock;
        this.answers = new Answers(events, terminal);
        // What was on its way when the program ended may or may not have arrived; sending it again is harmless.
        store.write(transaction -> transaction.update("UPDATE outbox SET state = 'pending' WHERE state = 'sending'"));
    }

    @Override
    public EventKey append(Transaction transaction, EventType type, String payload) {
        Identity identity =
                terminal.identity().orElseThrow(() -> new IllegalStateException("this till is not enrolled"));
        OutboxRows.Head head = OutboxRows.head(transaction, identity.posId());
        Event event = Event.signed(
                new EventKey(identity.enrolment().terminalId(), identity.posId(), head.localEventId() + 1),
                type,
                identity.enrolment().branchId(),
                ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
                time.next(),
                payload,
                head.hash(),
                terminal.privateKey());
        events.add(transaction, event, Origin.OWN, State.PENDING);
        return event.key();
    }

    @Override
    public List<Event> take(int maxEvents, long maxBytes) {
        return store.write(transaction -> {
            List<Long> ids = nextIds(transaction, maxEvents, maxBytes);
            if (ids.isEmpty()) {
                return List.of();
            }
            String chosen = Json.write(ids);
            transaction.update(
                    "UPDATE outbox SET state = 'sending' WHERE id IN (SELECT value FROM json_each(?))", chosen);
            events.changed(transaction);
            return List.copyOf(transaction.query(
                    "SELECT outbox.* FROM json_each(?) AS chosen CROSS JOIN outbox ON outbox.id = chosen.value"
                            + " ORDER BY chosen.key",
                    OutboxRows::event,
                    chosen));
        });
    }

    @Override
    public void putBack(List<Event> sent) {
        store.write(transaction -> {
            sent.forEach(event -> Answers.putBack(transaction, event));
            events.changed(transaction);
            return sent.size();
        });
    }

    @Override
    public void settle(List<Event> sent, List<EventAnswer> byCloud) {
        Map<Integer, EventAnswer> byIndex =
                byCloud.stream().collect(Collectors.toMap(EventAnswer::index, answer -> answer));
        if (byIndex.keySet().stream().anyMatch(index -> index < 0 || index >= sent.size())) {
            throw new IllegalArgumentException("an answer to an event that was not sent");
        }
        store.write(transaction -> {
            answers.settle(transaction, sent, byIndex);
            events.changed(transaction);
            return sent.size();
        });
    }

    @Override
    public List<PosId> posIds() {
        return store.read(SqliteTerminal::posIds);
    }

    @Override
    public int compare(StreamState cloud) {
        return store.write(transaction -> {
            if (!SqliteTerminal.posIds(transaction).contains(cloud.posId())) {
                throw new IllegalArgumentException(cloud.posId() + " is no posId of this file");
            }
            Optional<PosId> current = terminal.identity().map(Identity::posId);
            if (current.equals(Optional.of(cloud.posId())) && Streams.isAheadOfFile(transaction, cloud)) {
                terminal.renewed(transaction);
            }
            int again = Streams.sendAgain(transaction, cloud);
            if (again > 0) {
                events.changed(transaction);
            }
            return again;
        });
    }

    @Override
    public OutboxCounts counts() {
        Map<String, Long> counts = store.read(transaction -> counts(transaction, "outbox_counts"));
        return new OutboxCounts(
                counts.get("pending") + counts.get("sending"), counts.get("parked"), counts.get("acknowledged"));
    }

    @Override
    public Backlog backlog() {
        return store.read(transaction -> {
            Map<String, Long> own = counts(transaction, "outbox_counts");
            Map<String, Long> others = counts(transaction, "inbox_counts");
            // The plus keeps SQLite from an index by whose event it is, which would lead it through the whole history.
            Optional<Instant> oldest = transaction.first(
                    "SELECT hlc FROM outbox WHERE id = (SELECT min(id) FROM outbox"
                            + " WHERE state IN ('pending', 'sending') AND +own = 1)",
                    row -> Instant.ofEpochMilli(HlcStamp.parse(row.text("hlc")).millis()));
            long peerAcknowledged = transaction.number("SELECT count(*) FROM outbox"
                    + " WHERE state IN ('pending', 'sending') AND +own = 1 AND peer_ack IS NOT NULL");
            return new Backlog(
                    own.values().stream().mapToLong(Long::longValue).sum(),
                    own.get("pending") + own.get("sending"),
                    oldest,
                    peerAcknowledged,
                    own.get("parked"),
                    others.get("held"),
                    others.get("pending") + others.get("sending"));
        });
    }

    @Override
    public Map<EventType, Long> countsByType(List<State> states) {
        String names = Json.write(states.stream().map(OutboxRows::name).toList());
        return store
                .read(transaction -> transaction.query(
                        "SELECT type, count(*) AS count FROM outbox WHERE state IN (SELECT value FROM json_each(?)) AND +own = 1 GROUP BY type",
                        row -> Map.entry(new EventType(row.text("type")), row.number("count")),
                        names))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<OutboxEntry> entries(List<State> states, int limit) {
        String names = Json.write(states.stream().map(OutboxRows::name).toList());
        return store.read(transaction -> transaction.query(
                "SELECT * FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state IN (SELECT value FROM json_each(?))"
                        + " AND +own = 1 ORDER BY id LIMIT ?) ORDER BY id",
                OutboxRows::entry,
                names,
                limit));
    }

    @Override
    public void replay(EventKey key) {
        store.write(transaction -> {
            int replayed = transaction.update(
                    "UPDATE outbox SET state = 'pending', attempts = 0, priority = priority % 10"
                            + " WHERE pos_id = ? AND local_event_id = ? AND state = 'parked'",
                    key.posId().value(), key.localEventId());
            if (replayed > 0) {
                events.changed(transaction);
            }
            return replayed;
        });
    }

    @Override
    public void discard(EventKey key, String reason, String by) {
        store.write(transaction -> {
            OutboxEntry parked = transaction
                    .first(
                            "SELECT * FROM outbox WHERE pos_id = ? AND local_event_id = ? AND state = 'parked'",
                            OutboxRows::entry,
                            key.posId().value(),
                            key.localEventId())
                    .orElseThrow(() -> new IllegalStateException("event " + key + " is not parked"));
            DiscardPayload payload = new DiscardPayload(
                    key.posId(), key.localEventId(), parked.event().hash(), parked.code(), parked.reason(), reason, by);
            transaction.update(
                    "UPDATE outbox SET state = 'discarded' WHERE pos_id = ? AND local_event_id = ?",
                    key.posId().value(),
                    key.localEventId());
            return append(transaction, EventType.DISCARD, Json.write(payload));
        });
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return events.onChange(listener)::run;
    }

    private static Map<String, Long> counts(Transaction transaction, String table) {
        return transaction
                .query("SELECT state, count FROM " + table, row -> Map.entry(row.text("state"), row.number("count")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Long> nextIds(Transaction transaction, int maxEvents, long maxBytes) {
        List<Waiting> waiting = transaction.query(
                "SELECT id, octet_length(payload) AS bytes FROM outbox WHERE state = 'pending'"
                        + " ORDER BY id + priority * 1000 LIMIT ?",
                row -> new Waiting(row.number("id"), row.number("bytes")),
                maxEvents);
        List<Long> ids = new ArrayList<>();
        long bytes = 0;
        for (Waiting next : waiting) {
            bytes += next.bytes();
            if (bytes > maxBytes && !ids.isEmpty()) {
                break;
            }
            ids.add(next.id());
        }
        return ids;
    }

    private record Waiting(long id, long bytes) {}
}
