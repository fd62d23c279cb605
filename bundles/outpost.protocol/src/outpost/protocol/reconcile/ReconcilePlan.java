package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import outpost.protocol.CatalogState;

/**
 * What makes a till's catalog the cloud's.
 *
 * @param cloud the cloud's state before the first comparison: deltas after its cursor bring what changes meanwhile
 * @param changes one for each row that differs
 */
public record ReconcilePlan(CatalogState cloud, List<RowChange> changes) {
    public ReconcilePlan {
        Objects.requireNonNull(cloud, "cloud");
        changes = List.copyOf(changes);
    }

    public long count(RowChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
