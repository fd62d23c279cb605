package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.JournalRow;
import outpost.cloud.internal.store.KeyedRows;
import outpost.cloud.internal.store.NewRows;
import outpost.protocol.Event;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * The tills' journals as their events bring them, in whatever order. A link that does not fit is counted and kept: the sale that brought it has
 * happened all the same.
 */
final class Journals {
    private static final KeyedRows ENTRIES = new KeyedRows("journal_link", "seq", "BIGINT");

    private final EntityManager em;
    private final String tenantId;

    Journals(EntityManager em, String tenantId) {
        this.em = em;
        this.tenantId = tenantId;
    }

    /** Keeps the links that new events of one stream have brought; the stream is locked. */
    void extend(EventStream stream, List<Link> links) {
        Map<Long, List<Link>> known = around(stream, links);
        List<JournalRow> added = new ArrayList<>();
        for (Link link : links) {
            if (known.getOrDefault(link.seq(), List.of()).stream()
                    .anyMatch(other -> other.hash().equals(link.hash()))) {
                continue;
            }
            stream.journalEntry(link.seq(), link.hash(), known.containsKey(link.seq()), breaks(link, known));
            known.computeIfAbsent(link.seq(), seq -> new ArrayList<>()).add(link);
            added.add(new JournalRow(
                    tenantId, link.event(), link.journal(), link.seq(), link.hash(), link.previousHash()));
        }
        NewRows.insert(em, JournalRow.class, added);
    }

    /**
     * How many links stop to fit, or are found not to fit, by this one. What came under another posId is not held against the journal: a till that was
     * restored from a backup went on in its old journal before it was given a new posId, so that journal rightly has two ends.
     */
    private static int breaks(Link link, Map<Long, List<Link>> known) {
        if (!link.isAtHome()) {
            return 0;
        }
        int breaks = (int) atHome(known, link.seq()).count();
        List<Link> before = known.getOrDefault(link.seq() - 1, List.of());
        boolean first = link.seq() == 1;
        if (first && !link.previousHash().equals(Event.NO_HASH)
                || before.stream().anyMatch(Link::isAtHome)
                        && before.stream().noneMatch(other -> other.hash().equals(link.previousHash()))) {
            breaks++;
        }
        breaks += (int) atHome(known, link.seq() + 1)
                .filter(after -> !after.previousHash().equals(link.hash()))
                .count();
        return breaks;
    }

    private static Stream<Link> atHome(Map<Long, List<Link>> known, long seq) {
        return known.getOrDefault(seq, List.of()).stream().filter(Link::isAtHome);
    }

    /** What is stored of these numbers and their neighbours. */
    private Map<Long, List<Link>> around(EventStream stream, List<Link> links) {
        List<Long> numbers = links.stream()
                .flatMapToLong(link -> LongStream.rangeClosed(link.seq() - 1, link.seq() + 1))
                .distinct()
                .boxed()
                .toList();
        TerminalId terminal = links.get(0).event().terminalId();
        PosId journal = links.get(0).journal();
        Map<String, String> others = Map.of(
                "tenant_id", tenantId,
                "terminal_id", stream.terminalId(),
                "pos_id", stream.posId());
        return new HashMap<>(ENTRIES
                .find(
                        em,
                        "r.seq, r.event_pos_id, r.local_event_id, r.hash, r.previous_hash",
                        others,
                        numbers,
                        row -> new Link(
                                new EventKey(terminal, new PosId(row.getString(2)), row.getLong(3)),
                                journal,
                                row.getLong(1),
                                row.getString(4),
                                row.getString(5)))
                .stream()
                .collect(Collectors.groupingBy(Link::seq, Collectors.toCollection(ArrayList::new))));
    }
}
