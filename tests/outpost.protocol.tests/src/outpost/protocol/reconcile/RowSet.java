package outpost.protocol.reconcile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;

/** A catalog in memory: rows by place, with running sums beside them. */
final class RowSet implements RangeIndex {
    private final long cursor;
    private final List<Entity> rows;
    private final long[] places;
    private final long[] sums;

    RowSet(Collection<Entity> content) {
        record Placed(long place, Entity row) {}
        List<Placed> placed = content.stream()
                .map(row -> new Placed(row.place(), row))
                .sorted(Comparator.comparingLong(Placed::place))
                .toList();
        rows = placed.stream().map(Placed::row).toList();
        cursor = rows.stream().mapToLong(Entity::seq).max().orElse(0);
        places = placed.stream().mapToLong(Placed::place).toArray();
        sums = new long[rows.size() + 1];
        for (int i = 0; i < rows.size(); i++) {
            sums[i + 1] = sums[i] + rows.get(i).digest();
        }
    }

    @Override
    public CatalogState state() {
        return CatalogState.of(cursor, rows.size(), sums[rows.size()]);
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        return range.parts(parts).stream().map(this::sumOf).toList();
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        return rows.subList(from(range), to(range));
    }

    private RangeSum sumOf(PlaceRange range) {
        return new RangeSum(to(range) - from(range), sums[to(range)] - sums[from(range)]);
    }

    private int from(PlaceRange range) {
        return firstAtOrBehind(range.first());
    }

    private int to(PlaceRange range) {
        return firstAtOrBehind(range.last() + 1);
    }

    private int firstAtOrBehind(long place) {
        int found = Arrays.binarySearch(places, place);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && places[found - 1] == place) {
            found--;
        }
        return found;
    }
}
