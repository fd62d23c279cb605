package outpost.sync.peer.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outpost.outbox.BranchEvents.Range;

/** A set of event numbers of one posId, kept as ranges that do not touch. */
final class Ranges {
    private final TreeMap<Long, Long> lastByFirst = new TreeMap<>();

    static Ranges of(Collection<Range> ranges) {
        Ranges set = new Ranges();
        ranges.forEach(set::add);
        return set;
    }

    void add(Range range) {
        long first = range.first();
        long last = range.last();
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(first);
        if (before != null && before.getValue() >= first - 1) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        Map.Entry<Long, Long> next = lastByFirst.ceilingEntry(first);
        while (next != null && next.getKey() - 1 <= last) {
            last = Math.max(last, next.getValue());
            lastByFirst.remove(next.getKey());
            next = lastByFirst.ceilingEntry(first);
        }
        lastByFirst.put(first, last);
    }

    void add(Ranges others) {
        others.list().forEach(this::add);
    }

    boolean contains(long number) {
        Map.Entry<Long, Long> before = lastByFirst.floorEntry(number);
        return before != null && before.getValue() >= number;
    }

    /** The lowest number from 1 on that is not in it. */
    long firstMissing() {
        Map.Entry<Long, Long> lowest = lastByFirst.firstEntry();
        return lowest == null || lowest.getKey() > 1 ? 1 : lowest.getValue() + 1;
    }

    /** What is in this and not in the other. */
    Ranges without(Ranges other) {
        Ranges left = new Ranges();
        for (Range range : list()) {
            long from = range.first();
            for (Range gone : other.list()) {
                if (gone.last() < from || gone.first() > range.last()) {
                    continue;
                }
                if (gone.first() > from) {
                    left.add(new Range(from, gone.first() - 1));
                }
                from = gone.last() + 1;
            }
            if (from <= range.last()) {
                left.add(new Range(from, range.last()));
            }
        }
        return left;
    }

    boolean isEmpty() {
        return lastByFirst.isEmpty();
    }

    List<Range> list() {
        List<Range> ranges = new ArrayList<>();
        lastByFirst.forEach((first, last) -> ranges.add(new Range(first, last)));
        return ranges;
    }
}
