package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.TerminalKeys;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.entity.UnreadEvent;
import outpost.cloud.internal.store.Database;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/**
 * Reads events that an older version accepted without knowing their type. What they tell takes effect as if they came now; one that turns out to contradict
 * itself stays in the ledger, where it was accepted, and goes to quarantine as well, where a person sees it.
 */
public final class Rereading {
    private static final Logger LOG = LoggerFactory.getLogger(Rereading.class);
    private static final int PAGE_EVENTS = 100;

    private final Database database;
    private final Clock clock;
    private final List<String> readable = new EventCheck(Map.of(), "")
            .types().stream().map(EventType::wireName).toList();

    public Rereading(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Reads some of what is unread and readable; says whether there was any. */
    public boolean page() {
        int read = database.write(em -> {
            List<UnreadEvent.Key> unread = em.createQuery(
                            "SELECT u.tenantId, u.type, u.terminalId, u.posId, u.localEventId FROM UnreadEvent u"
                                    + " WHERE u.type IN :readable"
                                    + " ORDER BY u.tenantId, u.terminalId, u.posId, u.localEventId",
                            Object[].class)
                    .setParameter("readable", readable)
                    .setMaxResults(PAGE_EVENTS)
                    .getResultStream()
                    .map(row -> new UnreadEvent.Key(
                            (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Long) row[4]))
                    .toList();
            for (UnreadEvent.Key key : unread) {
                // Locked one by one: another node that starts at the same time has read it, or waits.
                UnreadEvent event = em.find(UnreadEvent.class, key, LockModeType.PESSIMISTIC_WRITE);
                if (event != null) {
                    read(em, em.find(LedgerEvent.class, event.inLedger()));
                    em.remove(event);
                    em.flush();
                }
            }
            return unread.size();
        });
        if (read > 0) {
            LOG.info("Read {} events that an older version could not read", read);
        }
        return read > 0;
    }

    private void read(EntityManager em, LedgerEvent row) {
        Event event = new StoredEvents(em).of(row);
        String tenant = row.tenantId();
        Delivered delivered = Delivered.read(0, Json.mapper().valueToTree(event));
        CheckedEvent checked = CheckedEvent.of(delivered, check(em, tenant, event.terminalId()));
        Caller.Lane deliverer =
                new Caller.Lane(new TenantId(tenant), event.branchId(), new TerminalId(row.deliveredBy()));
        Optional<String> problem = checked.problem().or(() -> contradiction(em, deliverer, checked));
        if (problem.isPresent()) {
            LOG.warn(
                    "Event {} was accepted before its type was known, and cannot be read: {}",
                    event.key(),
                    problem.get());
            new Quarantine(em, deliverer, clock.millis())
                    .keep(delivered, ErrorCode.POS_SYNC_EVENT_INVALID, problem.get());
            return;
        }
        Streams streams = new Streams(em, tenant, clock.millis());
        streams.lock(List.of(checked.told()));
        new Effects(em, tenant, streams, clock.millis()).apply(List.of(checked.told()));
    }

    private Optional<String> contradiction(EntityManager em, Caller.Lane deliverer, CheckedEvent event) {
        Ledger ledger = new Ledger(em, deliverer, clock.millis());
        ledger.look(List.of(event));
        return ledger.contradiction(event.told());
    }

    private static EventCheck check(EntityManager em, String tenant, TerminalId terminal) {
        Terminal sender = em.find(Terminal.class, new Terminal.Key(tenant, terminal.value()));
        return new EventCheck(
                Map.of(terminal, TerminalKeys.of(em, sender)),
                em.find(Tenant.class, tenant).currency());
    }
}
