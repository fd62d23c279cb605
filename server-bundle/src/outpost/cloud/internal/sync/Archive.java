package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.Event;

/**
 * Packs old events, page by page. What proves that an event is here, is no other one and is told for the first time stays a row of the ledger; what it says is
 * read out of its page when somebody asks for it. Nothing is forgotten.
 */
public final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int PAGE_EVENTS = 200;
    /** So that a page is below H2's largest value, 1 MiB, even if nothing in it can be compressed. */
    private static final int PAGE_CHARS = 256 * 1024;

    private final Database database;
    private final Clock clock;
    private final Duration keptAsRows;

    /** @param keptAsRows how long after its arrival an event stays a row of the ledger */
    public Archive(Database database, Clock clock, Duration keptAsRows) {
        this.database = database;
        this.clock = clock;
        this.keptAsRows = keptAsRows;
    }

    /**
     * Packs what is old enough. Each page is a transaction of its own: it may be stopped, and two nodes may do it at once.
     *
     * @return how many events were packed
     */
    public long pack() {
        long events = 0;
        for (EventStream.Key stream : due()) {
            for (int packed = page(stream); packed > 0; packed = page(stream)) {
                events += packed;
            }
        }
        if (events > 0) {
            LOG.info("Packed {} events that are older than {} days", events, keptAsRows.toDays());
        }
        return events;
    }

    /** The files with a page's worth of events of which none is missing. */
    private List<EventStream.Key> due() {
        return database.read(em -> em.createQuery(
                        "SELECT s.tenantId, s.terminalId, s.posId FROM EventStream s WHERE s.contiguous - s.packed >= "
                                + PAGE_EVENTS,
                        Object[].class)
                .getResultStream()
                .map(row -> new EventStream.Key((String) row[0], (String) row[1], (String) row[2]))
                .toList());
    }

    private int page(EventStream.Key key) {
        return database.write(em -> {
            // The lock that a push takes: nothing of this file comes meanwhile, and no other node packs it.
            EventStream stream = em.find(EventStream.class, key, LockModeType.PESSIMISTIC_WRITE);
            List<LedgerEvent> old = old(em, stream);
            return old.size() < PAGE_EVENTS ? 0 : pack(em, stream, old);
        });
    }

    /** The next events in their order, up to one that is too young, or that only a newer version of the cloud can read. */
    private List<LedgerEvent> old(EntityManager em, EventStream stream) {
        long youngest = clock.millis() - keptAsRows.toMillis();
        return em.createQuery(
                        "SELECT e FROM LedgerEvent e WHERE e.tenantId = :tenant AND e.terminalId = :terminal"
                                + " AND e.posId = :pos AND e.localEventId > :packed AND e.localEventId <= :contiguous"
                                + " ORDER BY e.localEventId",
                        LedgerEvent.class)
                .setParameter("tenant", stream.tenantId())
                .setParameter("terminal", stream.terminalId())
                .setParameter("pos", stream.posId())
                .setParameter("packed", stream.packed())
                .setParameter("contiguous", Math.min(stream.contiguous(), firstUnread(em, stream) - 1))
                .setMaxResults(PAGE_EVENTS)
                .getResultStream()
                .takeWhile(event -> event.receivedAt() < youngest)
                .toList();
    }

    private static long firstUnread(EntityManager em, EventStream stream) {
        return new Sql(em)
                        .rows(
                                row -> row.getLong(1),
                                "SELECT MIN(local_event_id) FROM unread_event WHERE tenant_id = ? AND terminal_id = ? AND pos_id = ?"
                                        + " HAVING MIN(local_event_id) IS NOT NULL",
                                stream.tenantId(),
                                stream.terminalId(),
                                stream.posId())
                        .stream()
                        .findFirst()
                        .orElse(Long.MAX_VALUE);
    }

    private static int pack(EntityManager em, EventStream stream, List<LedgerEvent> old) {
        List<LedgerEvent> rows = new ArrayList<>();
        List<Event> page = new ArrayList<>();
        int chars = 0;
        for (LedgerEvent row : old) {
            Event event = row.event().orElseThrow();
            if (event.payload().length() <= PAGE_CHARS) {
                chars += event.payload().length();
                if (chars > PAGE_CHARS) {
                    break;
                }
                page.add(event);
            }
            rows.add(row);
        }
        long last = rows.get(rows.size() - 1).localEventId();
        Sql sql = new Sql(em);
        if (!page.isEmpty()) {
            sql.change(
                    "INSERT INTO event_page (tenant_id, terminal_id, pos_id, last_event_id, first_event_id, content)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    stream.tenantId(),
                    stream.terminalId(),
                    stream.posId(),
                    last,
                    page.get(0).localEventId(),
                    EventPage.pack(page));
            sql.change(
                    "UPDATE event_ledger SET payload = NULL, previous_hash = NULL, signature = NULL WHERE tenant_id = ?"
                            + " AND terminal_id = ? AND pos_id = ? AND local_event_id BETWEEN ? AND ? AND CHAR_LENGTH(payload) <= ?",
                    stream.tenantId(),
                    stream.terminalId(),
                    stream.posId(),
                    page.get(0).localEventId(),
                    last,
                    PAGE_CHARS);
        }
        stream.packedUpTo(last);
        return rows.size();
    }
}
