package outpost.outbox.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.BranchEvents.Range;
import outpost.outbox.internal.EventLog.Stored;
import outpost.protocol.Event;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** Which numbers of which {@code posId} are here, in the table and the archive together. */
final class Holdings {
    private static final String RANGES = "SELECT pos_id, first_event AS first, last_event AS last FROM chain_pieces"
            + " UNION ALL SELECT pos_id, first_event, last_event FROM outbox_archive ORDER BY 1, 2";

    /** The last events of what follows each other by hash. */
    private static final String ENDS =
            "SELECT o.terminal_id, o.pos_id, o.local_event_id, o.hash FROM chain_pieces AS piece"
                    + " JOIN outbox AS o ON o.pos_id = piece.pos_id AND o.local_event_id = piece.last_event"
                    + " ORDER BY piece.pos_id, piece.last_event";

    private Holdings() {}

    static List<Holding> read(Transaction transaction) {
        Map<String, List<Range>> ranges = new LinkedHashMap<>();
        transaction
                .query(RANGES, row -> Map.entry(row.text("pos_id"), new Range(row.number("first"), row.number("last"))))
                .forEach(entry ->
                        join(ranges.computeIfAbsent(entry.getKey(), pos -> new ArrayList<>()), entry.getValue()));
        List<PosId> own = SqliteTerminal.posIds(transaction);
        Map<PosId, List<Link>> ends =
                transaction.query(ENDS, Holdings::end).stream().collect(Collectors.groupingBy(Link::posId));
        return ranges.entrySet().stream()
                .map(entry -> {
                    PosId posId = new PosId(entry.getKey());
                    return holding(transaction, posId, entry.getValue(), own, ends.getOrDefault(posId, List.of()));
                })
                .toList();
    }

    /** The first number above one and up to another that is not here. */
    static OptionalLong firstAbsent(Transaction transaction, PosId posId, long after, long upTo) {
        long absent = after + 1;
        for (Range range : ranges(transaction, posId)) {
            absent = range.first() <= absent ? Math.max(absent, range.last() + 1) : absent;
        }
        return absent <= upTo ? OptionalLong.of(absent) : OptionalLong.empty();
    }

    private static List<Range> ranges(Transaction transaction, PosId posId) {
        return transaction.query(
                "SELECT first_event AS first, last_event AS last FROM chain_pieces WHERE pos_id = ?"
                        + " UNION ALL SELECT first_event, last_event FROM outbox_archive WHERE pos_id = ? ORDER BY 1",
                row -> new Range(row.number("first"), row.number("last")),
                posId.value(),
                posId.value());
    }

    private static Link end(Row row) {
        return new Link(
                new TerminalId(row.text("terminal_id")),
                new PosId(row.text("pos_id")),
                row.number("local_event_id"),
                row.text("hash"));
    }

    /** In the order of their numbers, each once, up to where the next piece of the archive would begin. */
    static List<Event> events(Transaction transaction, PosId posId, long after, int maxEvents, long maxBytes) {
        Optional<Archive.Block> block = Archive.behind(transaction, posId, after);
        long end = block.map(Archive.Block::lastEvent).orElse(Long.MAX_VALUE);
        List<Event> rows = transaction.query(
                "SELECT * FROM outbox WHERE pos_id = ? AND local_event_id > ? AND local_event_id <= ?"
                        + " ORDER BY local_event_id LIMIT ?",
                OutboxRows::event,
                posId.value(),
                after,
                end,
                maxEvents);
        Stream<Event> archived = block.stream()
                .flatMap(there -> there.events().stream())
                .map(Stored::event)
                .filter(event -> event.localEventId() > after && rows.stream().noneMatch(event::equals));
        List<Event> ordered = Stream.concat(archived, rows.stream())
                .sorted(Comparator.comparingLong(Event::localEventId))
                .toList();
        return bounded(ordered, maxEvents, maxBytes);
    }

    private static List<Event> bounded(List<Event> events, int maxEvents, long maxBytes) {
        List<Event> bounded = new ArrayList<>();
        long bytes = 0;
        for (Event event : events) {
            bytes += event.payload().length();
            if (bounded.size() == maxEvents || bytes > maxBytes && !bounded.isEmpty()) {
                break;
            }
            bounded.add(event);
        }
        return List.copyOf(bounded);
    }

    private static Holding holding(
            Transaction transaction, PosId posId, List<Range> ranges, List<PosId> own, List<Link> ends) {
        String terminal = transaction
                .first(
                        "SELECT terminal_id FROM outbox WHERE pos_id = ? UNION ALL"
                                + " SELECT terminal_id FROM outbox_archive WHERE pos_id = ?",
                        row -> row.text("terminal_id"),
                        posId.value(),
                        posId.value())
                .orElseThrow();
        long atCloud = own.contains(posId)
                ? upToTheFirstGap(ranges, Streams.deliveredUnderItsNumber(transaction, posId))
                : othersAtCloud(transaction, posId, ranges);
        long told = Math.min(atCloud, KnownAtCloud.endOfChain(transaction, posId));
        return new Holding(new TerminalId(terminal), posId, ranges, KnownAtCloud.at(transaction, posId, told), ends);
    }

    /** What its lane or another one has told, or what this till itself has brought there for it. */
    private static long othersAtCloud(Transaction transaction, PosId posId, List<Range> ranges) {
        long brought = upToTheFirstGap(ranges, Streams.acknowledged(transaction, posId));
        return Math.max(brought, Streams.atCloud(transaction, posId));
    }

    /** What is missing here may be missing at the cloud: also of an own file of before, which came back from there. */
    private static long upToTheFirstGap(List<Range> ranges, long number) {
        return ranges.get(0).first() > 1 ? 0 : Math.min(ranges.get(0).last(), number);
    }

    /** The ranges come by their first number; they may touch or, where an event was taken out of the archive again, overlap. */
    private static void join(List<Range> ranges, Range next) {
        Range last = ranges.isEmpty() ? next : ranges.get(ranges.size() - 1);
        if (ranges.isEmpty() || next.first() > last.last() + 1) {
            ranges.add(next);
        } else {
            ranges.set(ranges.size() - 1, new Range(last.first(), Math.max(last.last(), next.last())));
        }
    }
}
