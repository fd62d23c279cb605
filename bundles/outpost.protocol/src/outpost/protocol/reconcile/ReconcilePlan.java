package outpost.protocol.reconcile;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import outpost.protocol.CatalogState;

/**
 * What makes a till's catalog the cloud's.
 *
 * @param cloud the cloud's state before the first comparison: deltas after its cursor bring what changes meanwhile
 * @param changes one for each row that differs
 * @param edited ids of the products among them that this branch has edited and the cloud does not have so yet: these edits stay, over whatever the cloud's row is
 */
public record ReconcilePlan(CatalogState cloud, List<RowChange> changes, Set<String> edited) {
    public ReconcilePlan {
        Objects.requireNonNull(cloud, "cloud");
        changes = List.copyOf(changes);
        edited = Set.copyOf(edited);
    }

    ReconcilePlan(CatalogState cloud, List<RowChange> changes) {
        this(cloud, changes, Set.of());
    }

    /** The same, with the edits that stay. */
    public ReconcilePlan keeping(Set<String> editedProducts) {
        return new ReconcilePlan(cloud, changes, editedProducts);
    }

    public long count(RowChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
