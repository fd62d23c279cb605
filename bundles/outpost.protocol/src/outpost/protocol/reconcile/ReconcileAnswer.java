package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import outpost.protocol.CatalogState;

/**
 * Answer of {@code POST sync/reconcile}.
 *
 * @param state the cloud's at the moment of this answer
 * @param answered how many of the request's ranges were compared, from the first on: what would make an answer too large is to be asked again
 * @param ranges where the two differ; empty where they are equal
 */
public record ReconcileAnswer(CatalogState state, int answered, List<RangeAnswer> ranges) {
    public ReconcileAnswer {
        Objects.requireNonNull(state, "state");
        ranges = List.copyOf(ranges);
    }
}
