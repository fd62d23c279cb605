package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.GivenUpEvent;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.protocol.DiscardPayload;
import outpost.values.EventKey;
import outpost.values.TerminalId;

/** How far each database file's events have arrived, kept in the transaction that stores them. */
final class Streams {
    private static final int PAGE = 500;
    private static final String GIVEN_UP = "GivenUpEvent";

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
        events.stream().flatMap(Told::streams).distinct().sorted().forEach(id -> streams.put(id, locked(id)));
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
                    List<Long> numbers =
                            keys.stream().map(EventKey::localEventId).toList();
                    long before = stream.highest();
                    stream.received(numbers);
                    if (stream.givenUpAhead() > 0) {
                        stream.passed(numbers(stream, GIVEN_UP, before, Integer.MAX_VALUE).stream()
                                .filter(number -> number <= stream.highest())
                                .count());
                    }
                    if (stream.givenUp() > 0) {
                        fill(stream, numbers);
                    }
                    complete(stream);
                });
    }

    /** Notes that a person gave an event up; unless it is here, it is no gap then, also when what follows it comes later than this. */
    void giveUp(TerminalId terminal, DiscardPayload discard) {
        EventStream stream = of(new StreamId(terminal, discard.posId()));
        LedgerEvent.Key key =
                new LedgerEvent.Key(tenantId, terminal.value(), discard.posId().value(), discard.localEventId());
        if (em.find(LedgerEvent.class, key) != null || em.find(GivenUpEvent.class, key) != null) {
            return;
        }
        em.persist(new GivenUpEvent(tenantId, terminal.value(), discard));
        em.flush();
        if (discard.localEventId() < stream.highest()) {
            stream.gaveUp(1);
            complete(stream);
        } else {
            stream.gaveUpAhead();
        }
    }

    /** An event that was given up has come after all, by another way. */
    private void fill(EventStream stream, List<Long> numbers) {
        for (long number : numbers) {
            GivenUpEvent filled = em.find(
                    GivenUpEvent.class, new LedgerEvent.Key(tenantId, stream.terminalId(), stream.posId(), number));
            if (filled != null) {
                em.remove(filled);
                stream.gaveUp(-1);
            }
        }
        em.flush();
    }

    private void complete(EventStream stream) {
        stream.completeUpTo(stream.missing() == 0 ? stream.highest() : lastWithoutGap(stream), nowMillis);
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
        Set<Long> givenUp = stream.givenUp() == 0
                ? Set.of()
                : new HashSet<>(numbers(stream, GIVEN_UP, stream.contiguous(), Integer.MAX_VALUE));
        long last = behind(stream.contiguous(), givenUp);
        while (true) {
            long before = last;
            for (long id : numbers(stream, "LedgerEvent", last, PAGE)) {
                last = id == last + 1 ? behind(id, givenUp) : last;
            }
            if (last < before + PAGE) {
                return last;
            }
        }
    }

    /** The number itself, or the last of those given up that follow it. */
    private static long behind(long number, Set<Long> givenUp) {
        long last = number;
        while (givenUp.contains(last + 1)) {
            last++;
        }
        return last;
    }

    private List<Long> numbers(EventStream stream, String entity, long after, int most) {
        return em.createQuery(
                        "SELECT e.localEventId FROM " + entity
                                + " e WHERE e.tenantId = :tenant AND e.terminalId = :terminal"
                                + " AND e.posId = :pos AND e.localEventId > :last ORDER BY e.localEventId",
                        Long.class)
                .setParameter("tenant", tenantId)
                .setParameter("terminal", stream.terminalId())
                .setParameter("pos", stream.posId())
                .setParameter("last", after)
                .setMaxResults(most)
                .getResultList();
    }
}
