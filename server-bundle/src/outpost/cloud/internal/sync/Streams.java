package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.cloud.internal.entity.EventStream;
import outpost.values.EventKey;

/** How far each database file's events have arrived, kept in the transaction that stores them. */
final class Streams {
    private static final int PAGE = 500;

    private final EntityManager em;
    private final String tenantId;
    private final long nowMillis;
    private final Map<StreamId, EventStream> streams = new HashMap<>();

    Streams(EntityManager em, String tenantId, long nowMillis) {
        this.em = em;
        this.tenantId = tenantId;
        this.nowMillis = nowMillis;
    }

    /** Locks the streams that these events concern, always in the same order, so that two batches never wait for each other. */
    void lock(Collection<Told> events) {
        events.stream()
                .flatMap(told -> Stream.concat(
                        Stream.of(StreamId.of(told.event().key())), told.link().map(Link::stream).stream()))
                .distinct()
                .sorted()
                .forEach(id -> streams.put(id, locked(id)));
    }

    /** Notes that an event came which was there already. */
    void receivedAgain(EventKey event) {
        of(StreamId.of(event)).receivedAgain();
    }

    /** That stream, locked. */
    EventStream of(StreamId id) {
        return streams.get(id);
    }

    /** Notes the events that are stored now. */
    void advance(List<Told> stored) {
        stored.stream()
                .map(told -> told.event().key())
                .collect(Collectors.groupingBy(StreamId::of))
                .forEach((id, keys) -> {
                    EventStream stream = streams.get(id);
                    stream.received(keys.stream().map(EventKey::localEventId).toList());
                    stream.completeUpTo(stream.missing() == 0 ? stream.highest() : lastWithoutGap(stream), nowMillis);
                });
    }

    private EventStream locked(StreamId id) {
        String terminal = id.terminal().value();
        String pos = id.pos().value();
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
}
