package outpost.outbox.internal;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.Terminal;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.HybridClock;

/** The outbox in the table {@code outbox}. The chain's head is its last row, so that it can neither be lost nor differ from what is there. */
@Component(immediate = true)
public final class SqliteOutbox implements Outbox {
    private static final Logger log = LoggerFactory.getLogger(SqliteOutbox.class);
    private static final int MAX_ATTEMPTS = 3;

    private final Store store;
    private final Terminal terminal;
    private final Clock clock;
    private final HybridClock stamps;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public SqliteOutbox(@Reference Store store, @Reference Terminal terminal) {
        this(store, terminal, Clock.systemDefaultZone());
    }

    SqliteOutbox(Store store, Terminal terminal, Clock clock) {
        this.store = store;
        this.terminal = terminal;
        this.clock = clock;
        this.stamps = new HybridClock(clock, store.read(OutboxRows::lastStamp));
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
                stamps.next(),
                payload,
                head.hash(),
                terminal.privateKey());
        OutboxRows.insert(transaction, event);
        changed(transaction);
        return event.key();
    }

    @Override
    public List<Event> take(int maxEvents, long maxBytes) {
        return store.write(transaction -> {
            List<Event> events = new ArrayList<>();
            for (long id : nextIds(transaction, maxEvents, maxBytes)) {
                transaction.update("UPDATE outbox SET state = 'sending' WHERE id = ?", id);
                events.add(transaction
                        .first("SELECT * FROM outbox WHERE id = ?", OutboxRows::event, id)
                        .orElseThrow());
            }
            if (!events.isEmpty()) {
                changed(transaction);
            }
            return List.copyOf(events);
        });
    }

    @Override
    public void putBack(List<Event> events) {
        store.write(transaction -> {
            events.forEach(event -> putBack(transaction, event));
            changed(transaction);
            return events.size();
        });
    }

    @Override
    public void settle(List<Event> events, List<EventAnswer> answers) {
        Map<Integer, EventAnswer> byIndex =
                answers.stream().collect(Collectors.toMap(EventAnswer::index, answer -> answer));
        if (byIndex.keySet().stream().anyMatch(index -> index < 0 || index >= events.size())) {
            throw new IllegalArgumentException("an answer to an event that was not sent");
        }
        store.write(transaction -> {
            for (int index = 0; index < events.size(); index++) {
                EventAnswer answer = byIndex.get(index);
                if (answer == null) {
                    putBack(transaction, events.get(index));
                } else {
                    settle(transaction, events.get(index), answer);
                }
            }
            changed(transaction);
            return events.size();
        });
    }

    @Override
    public OutboxCounts counts() {
        Map<String, Long> counts = store
                .read(transaction -> transaction.query(
                        "SELECT state, count FROM outbox_counts",
                        row -> Map.entry(row.text("state"), row.number("count"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new OutboxCounts(
                counts.get("pending") + counts.get("sending"), counts.get("parked"), counts.get("acknowledged"));
    }

    @Override
    public List<OutboxEntry> entries(List<State> states, int limit) {
        String names = Json.write(states.stream().map(OutboxRows::name).toList());
        return store.read(transaction -> transaction.query(
                "SELECT * FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state IN (SELECT value FROM json_each(?))"
                        + " ORDER BY id LIMIT ?) ORDER BY id",
                OutboxRows::entry,
                names,
                limit));
    }

    @Override
    public void replay(EventKey key) {
        store.write(transaction -> {
            int replayed = transaction.update(
                    "UPDATE outbox SET state = 'pending', attempts = 0"
                            + " WHERE pos_id = ? AND local_event_id = ? AND state = 'parked'",
                    key.posId().value(),
                    key.localEventId());
            if (replayed > 0) {
                changed(transaction);
            }
            return replayed;
        });
    }

    @Override
    public Subscription onChange(Runnable listener) {
        // A wrapper of its own, so that the same listener may be added twice and each subscription ends only itself.
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private static List<Long> nextIds(Transaction transaction, int maxEvents, long maxBytes) {
        List<Waiting> waiting = transaction.query(
                "SELECT id, octet_length(payload) AS bytes FROM outbox WHERE state = 'pending'"
                        + " ORDER BY priority, id LIMIT ?",
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

    private static void putBack(Transaction transaction, Event event) {
        transaction.update(
                "UPDATE outbox SET state = 'pending' WHERE pos_id = ? AND local_event_id = ? AND state = 'sending'",
                event.posId().value(),
                event.localEventId());
    }

    private static void settle(Transaction transaction, Event event, EventAnswer answer) {
        if (answer.status() != EventAnswer.Status.REJECTED) {
            transaction.update(
                    "UPDATE outbox SET state = 'acknowledged', code = NULL, reason = NULL"
                            + " WHERE pos_id = ? AND local_event_id = ?",
                    event.posId().value(),
                    event.localEventId());
            return;
        }
        transaction.update(
                "UPDATE outbox SET attempts = attempts + 1, code = ?, reason = ?,"
                        + " state = CASE WHEN attempts + 1 >= ? THEN 'parked' ELSE 'pending' END"
                        + " WHERE pos_id = ? AND local_event_id = ? AND state = 'sending'",
                answer.code(),
                answer.message(),
                MAX_ATTEMPTS,
                event.posId().value(),
                event.localEventId());
        log.warn("The cloud refused event {}: {}", event.key(), answer.code().orElse("no code"));
    }

    private void changed(Transaction transaction) {
        listeners.forEach(transaction::afterCommit);
    }

    private record Waiting(long id, long bytes) {}
}
