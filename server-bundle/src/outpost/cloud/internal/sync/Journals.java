package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.JournalRow;
import outpost.cloud.internal.store.KeyedRows;
import outpost.protocol.Event;
import outpost.values.EventKey;
import outpost.values.TenantId;

/**
 * The tills' journals as their events bring them, in whatever order. A link that does not fit is counted and kept: the sale that brought it has
 * happened all the same.
 */
final class Journals {
    private static final KeyedRows ENTRIES = new KeyedRows("journal_entry", "seq", "BIGINT");

    private final EntityManager em;
    private final String tenantId;

    Journals(EntityManager em, TenantId tenant) {
        this.em = em;
        this.tenantId = tenant.value();
    }

    /** Keeps the links that new events of one stream have brought; the stream is locked. */
    void extend(EventStream stream, List<Link> links) {
        Map<Long, List<Link>> known = around(stream, links);
        for (Link link : links) {
            stream.journalEntry(link.seq(), link.hash(), known.containsKey(link.seq()), breaks(link, known));
            known.computeIfAbsent(link.seq(), seq -> new ArrayList<>()).add(link);
            em.persist(new JournalRow(tenantId, link.event(), link.seq(), link.hash(), link.previousHash()));
        }
        em.flush();
    }

    /** How many links stop to fit, or are found not to fit, by this one. */
    private static int breaks(Link link, Map<Long, List<Link>> known) {
        int breaks = known.getOrDefault(link.seq(), List.of()).size();
        List<Link> before = known.getOrDefault(link.seq() - 1, List.of());
        boolean first = link.seq() == 1;
        if (first && !link.previousHash().equals(Event.NO_HASH)
                || !before.isEmpty()
                        && before.stream().noneMatch(other -> other.hash().equals(link.previousHash()))) {
            breaks++;
        }
        breaks += (int) known.getOrDefault(link.seq() + 1, List.of()).stream()
                .filter(after -> !after.previousHash().equals(link.hash()))
                .count();
        return breaks;
    }

    /** What is stored of these numbers and their neighbours. */
    private Map<Long, List<Link>> around(EventStream stream, List<Link> links) {
        List<Long> numbers = links.stream()
                .flatMapToLong(link -> LongStream.rangeClosed(link.seq() - 1, link.seq() + 1))
                .distinct()
                .boxed()
                .toList();
        EventKey any = links.get(0).event();
        Map<String, String> others = Map.of(
                "tenant_id", tenantId,
                "terminal_id", stream.terminalId(),
                "pos_id", stream.posId());
        return new HashMap<>(ENTRIES
                .find(
                        em,
                        "r.seq, r.local_event_id, r.hash, r.previous_hash",
                        others,
                        numbers,
                        row -> new Link(
                                new EventKey(any.terminalId(), any.posId(), row.getLong(2)),
                                row.getLong(1),
                                row.getString(3),
                                row.getString(4)))
                .stream()
                .collect(Collectors.groupingBy(Link::seq, Collectors.toCollection(ArrayList::new))));
    }
}
