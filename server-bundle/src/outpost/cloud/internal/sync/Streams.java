package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outpost.cloud.internal.entity.EventStream;
import outpost.values.EventKey;
import outpost.values.TenantId;

/** How far each database file's events have arrived, kept in the transaction that stores them. */
final class Streams {
    private static final int PAGE = 500;

    private final EntityManager em;
    private final String tenantId;
    private final Map<String, EventStream> streams = new TreeMap<>();

    Streams(EntityManager em, TenantId tenant) {
        this.em = em;
        this.tenantId = tenant.value();
    }

    /** Locks the streams of these events, always in the same order, so that two batches never wait for each other. */
    void lock(Collection<EventKey> events) {
        Map<String, EventKey> ordered = new TreeMap<>();
        events.forEach(key -> ordered.put(name(key), key));
        ordered.forEach((name, key) -> streams.put(name, locked(key)));
    }

    /** Notes that an event came which was there already. */
    void receivedAgain(EventKey event) {
        of(event).receivedAgain();
    }

    /** The stream of that event, locked. */
    EventStream of(EventKey event) {
        return streams.get(name(event));
    }

    /** Notes the events that are stored now. */
    void advance(List<EventKey> stored) {
        stored.stream().collect(Collectors.groupingBy(Streams::name)).forEach((name, keys) -> {
            EventStream stream = streams.get(name);
            stream.received(keys.stream().map(EventKey::localEventId).toList());
            stream.completeUpTo(stream.missing() == 0 ? stream.highest() : lastWithoutGap(stream));
        });
    }

    private EventStream locked(EventKey event) {
        String terminal = event.terminalId().value();
        String pos = event.posId().value();
        EventStream known = em.find(
                EventStream.class, new EventStream.Key(tenantId, terminal, pos), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        EventStream made = new EventStream(tenantId, terminal, pos);
        em.persist(made);
        return made;
    }

    private long lastWithoutGap(EventStream stream) {
        long last = stream.contiguous();
        while (true) {
            List<Long> next = em.createQuery(
                            "SELECT e.localEventId FROM LedgerEvent e WHERE e.tenantId = :tenant AND e.terminalId = :terminal"
                                    + " AND e.posId = :pos AND e.localEventId > :last ORDER BY e.localEventId",
                            Long.class)
                    .setParameter("tenant", tenantId)
                    .setParameter("terminal", stream.terminalId())
                    .setParameter("pos", stream.posId())
                    .setParameter("last", last)
                    .setMaxResults(PAGE)
                    .getResultList();
            long before = last;
            for (long id : next) {
                last = id == last + 1 ? id : last;
            }
            if (last < before + PAGE) {
                return last;
            }
        }
    }

    private static String name(EventKey key) {
        return key.terminalId() + "/" + key.posId();
    }
}
