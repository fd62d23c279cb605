package outpost.outbox.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    @Activate
    public SqliteBranchEvents(
            @Reference Store store, @Reference Terminal terminal, @Reference BranchTime time, @Reference EventLog log) {
        this.store = store;
        this.terminal = terminal;
        this.time = time;
        this.log = log;
    }

    @Override
    public Set<EventKey> store(List<Event> events) {
        return store.write(transaction -> {
            Set<EventKey> durable = new LinkedHashSet<>();
            boolean older = false;
            for (Event event : events) {
                Optional<String> here = hash(transaction, event.key());
                if (here.isEmpty()) {
                    add(transaction, event);
                }
                if (here.isEmpty() || here.get().equals(event.hash())) {
                    durable.add(event.key());
                } else {
                    LOG.warn("Another lane has another event {}", event.key());
                }
                older |= isOfThisFile(event) && !here.equals(Optional.of(event.hash()));
            }
            if (older) {
                terminal.renewed(transaction);
            }
            KnownAtCloud.recognise(transaction, durable);
            return durable;
        });
    }

    @Override
    public List<Holding> holdings() {
        return store.read(Holdings::read);
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
    public void atCloud(PosId posId, Delivered delivered) {
        store.write(transaction -> {
            boolean news = KnownAtCloud.note(transaction, posId, delivered);
            if (news) {
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
        Origin origin = isCopy(transaction, event) ? Origin.COPY_OF_OTHER : Origin.OTHER;
        log.add(transaction, event, origin, State.HELD);
    }

    private boolean isOfThisFile(Event event) {
        return terminal.identity().map(Identity::posId).equals(Optional.of(event.posId()));
    }

    /** A terminal gives each stamp once: a second event with it is the first one, written again under another number. */
    private static boolean isCopy(Transaction transaction, Event event) {
        return transaction.number(
                        "SELECT count(*) FROM outbox WHERE own IN (0, 1) AND hlc = ? AND terminal_id = ?"
                                + " AND payload_hash = ? AND pos_id <> ?",
                        event.hlc().toString(),
                        event.terminalId().value(),
                        event.payloadHash(),
                        event.posId().value())
                > 0;
    }

    /** Of the event that has this number here. */
    private static Optional<String> hash(Transaction transaction, EventKey key) {
        return Streams.hash(transaction, key.posId(), key.localEventId());
    }
}
