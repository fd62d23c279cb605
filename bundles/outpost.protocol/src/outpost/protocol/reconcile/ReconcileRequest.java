package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import outpost.protocol.CatalogState;

/**
 * Body of {@code POST sync/reconcile}.
 *
 * @param state the till's
 * @param ranges of these the till wants to know what differs; none to ask whether anything does
 */
public record ReconcileRequest(CatalogState state, List<RangeClaim> ranges) {
    public ReconcileRequest {
        Objects.requireNonNull(state, "state");
        ranges = List.copyOf(ranges);
    }
}
