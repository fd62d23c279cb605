package outpost.sales.internal.shift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outpost.protocol.ShiftReport;

/** Counts and sums by key, in the order of the keys. */
final class Tally {
    private final Map<String, ShiftReport.Count> rows = new TreeMap<>();

    void add(String id, String name, long count, long amountMinor) {
        rows.merge(
                id + "\n" + name,
                new ShiftReport.Count(id, name, count, amountMinor),
                (before, more) -> new ShiftReport.Count(
                        id, name, before.count() + count, Math.addExact(before.amountMinor(), amountMinor)));
    }

    List<ShiftReport.Count> rows() {
        return List.copyOf(rows.values());
    }
}
