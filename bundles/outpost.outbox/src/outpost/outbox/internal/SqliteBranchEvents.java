package outpost.outbox.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Identity;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.Terminal;
import outpost.outbox.internal.EventLog.Origin;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** The branch's events in the table {@code outbox}, beside this till's own, and in its archive. */
@Component(service = BranchEvents.class, immediate = true)
public final class SqliteBranchEvents implements BranchEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteBranchEvents.class);

    private final Store store;
    private final Terminal terminal;
    private final BranchTime time;
    private final EventLog log;
    private final Histories histories;

    @Activate
    public SqliteBranchEvents(
            @Reference Store store, @Reference Terminal terminal, @Reference BranchTime time, @Reference EventLog log) {
        this.store = store;
        this.terminal = terminal;
        this.time = time;
        this.log = log;
        histories = new Histories(log, terminal);
    }

    @Override
    public Set<EventKey> store(List<Event> events) {
        return store.write(transaction -> stored(transaction, events));
    }

    @Override
    public void storeFromCloud(List<Event> events) {
        store.write(transaction -> {
            stored(transaction, events);
            for (Event event : events) {
                transaction.update(
                        "UPDATE outbox SET state = 'acknowledged', code = NULL, reason = NULL"
                                + " WHERE pos_id = ? AND local_event_id = ? AND hash = ? AND state IN ('pending', 'held')",
                        event.posId().value(),
                        event.localEventId(),
                        event.hash());
                Histories.atCloud(transaction, event);
            }
            return events.size();
        });
    }

    private Set<EventKey> stored(Transaction transaction, List<Event> events) {
        Set<EventKey> durable = new LinkedHashSet<>();
        for (Event event : events) {
            Optional<String> here = hash(transaction, event.key());
            boolean isHere = here.equals(Optional.of(event.hash()));
            if (!isHere && isOfThisFile(transaction, event)) {
                terminal.renewed(transaction);
            }
            if (here.isEmpty()) {
                add(transaction, event);
            } else if (!isHere && isOfThisTerminal(transaction, event)) {
                histories.join(transaction, event);
            } else if (!isHere) {
                LOG.warn("Another lane has another event {}", event.key());
                continue;
            }
            durable.add(event.key());
        }
        KnownAtCloud.recognise(transaction, durable);
        return durable;
    }

    @Override
    public List<Holding> holdings() {
        return store.read(Holdings::read);
    }

    @Override
    public List<Link> lacking(List<Link> told, int limit) {
        return store.read(transaction -> Histories.lacking(transaction, told, limit));
    }

    @Override
    public OptionalLong lackingFromCloud(PosId posId, long after, long upTo) {
        return store.read(transaction -> {
            OptionalLong absent = Holdings.firstAbsent(transaction, posId, after, upTo);
            OptionalLong other = Histories.lackingFromCloud(transaction, posId, after, upTo);
            return LongStream.concat(absent.stream(), other.stream()).min();
        });
    }

    @Override
    public List<Event> events(PosId posId, long after, int maxEvents, long maxBytes) {
        return store.read(transaction -> Holdings.events(transaction, posId, after, maxEvents, maxBytes));
    }

    @Override
    public void peerAcknowledged(Collection<EventKey> keys, TerminalId lane) {
        String name = lane.value();
        List<Object[]> rows = new ArrayList<>();
        keys.forEach(key -> rows.add(new Object[] {name, key.posId().value(), key.localEventId(), "% " + name + " %"}));
        store.write(transaction -> {
            transaction.updateAll(
                    "UPDATE outbox SET peer_ack = trim(coalesce(peer_ack, '') || ' ' || ?) WHERE pos_id = ?"
                            + " AND local_event_id = ? AND ' ' || coalesce(peer_ack, '') || ' ' NOT LIKE ?",
                    rows);
            log.changed(transaction);
            return keys.size();
        });
    }

    @Override
    public long setbacks() {
        return store.read(Setbacks::count);
    }

    @Override
    public void atCloud(Map<PosId, Delivered> delivered, long setbacks) {
        store.write(transaction -> {
            Setbacks.heard(transaction, setbacks);
            if (setbacks < Setbacks.count(transaction)) {
                return 0;
            }
            long news = delivered.entrySet().stream()
                    .filter(told -> KnownAtCloud.note(transaction, told.getKey(), told.getValue()))
                    .count();
            if (news > 0) {
                log.changed(transaction);
            }
            return news;
        });
    }

    @Override
    public long mark() {
        return store.read(transaction -> transaction.number("SELECT coalesce(max(id), 0) FROM outbox"));
    }

    @Override
    public int forward(long mark) {
        return store.write(transaction -> {
            int forwarded = transaction.update(
                    "UPDATE outbox SET state = 'pending' WHERE state = 'held' AND id <= ? AND attempts = 0", mark);
            if (forwarded > 0) {
                log.changed(transaction);
            }
            return forwarded;
        });
    }

    private void add(Transaction transaction, Event event) {
        time.receive(event.hlc());
        Origin origin = OutboxRows.isTold(transaction, event) ? Origin.COPY_OF_OTHER : Origin.OTHER;
        log.add(transaction, event, origin, State.HELD);
        if (origin == Origin.COPY_OF_OTHER) {
            giveWay(transaction, event);
        }
    }

    /** What the cloud has refused because its number belongs to another event: its owner has now written it again, and this one need not be brought there any more. */
    private static void giveWay(Transaction transaction, Event copy) {
        transaction.update(
                "UPDATE outbox SET state = 'superseded', reason = ? WHERE own = 0 AND hlc = ? AND terminal_id = ?"
                        + " AND payload_hash = ? AND hash <> ? AND code = ? AND state IN ('pending', 'held')",
                "written again as " + copy.key(),
                copy.hlc().toString(),
                copy.terminalId().value(),
                copy.payloadHash(),
                copy.hash(),
                ErrorCode.POS_SYNC_EVENT_FORK.name());
    }

    private static boolean isOfThisFile(Transaction transaction, Event event) {
        return SqliteTerminal.storedIdentity(transaction).map(Identity::posId).equals(Optional.of(event.posId()));
    }

    private static boolean isOfThisTerminal(Transaction transaction, Event event) {
        return Histories.self(transaction).equals(Optional.of(event.terminalId()));
    }

    /** Of the event that has this number here. */
    private static Optional<String> hash(Transaction transaction, EventKey key) {
        return Streams.hash(transaction, key.posId(), key.localEventId());
    }
}
