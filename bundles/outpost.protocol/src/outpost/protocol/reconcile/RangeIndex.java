package outpost.protocol.reconcile;

import java.util.List;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;

/** One side's catalog, ordered by {@link Entity#place()}. Deleted rows are not in it. */
public interface RangeIndex {
    CatalogState state();

    /**
     * What each of the range's equal parts adds up to, in their order.
     *
     * @param parts 1, 16 or 256
     */
    List<RangeSum> sums(PlaceRange range, int parts);

    /** The rows within the range, in no order; asked for where they are few. */
    List<Entity> rows(PlaceRange range);

    /** What the range adds up to. */
    default RangeSum sum(PlaceRange range) {
        return sums(range, 1).get(0);
    }
}
