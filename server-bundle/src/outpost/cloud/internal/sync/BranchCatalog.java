package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.entity.Tenant;
import outpost.protocol.CatalogState;

/** The catalog as one branch has it, on the picture of one transaction. */
final class BranchCatalog {
    private BranchCatalog() {}

    static CatalogState state(EntityManager em, Caller.Lane lane) {
        return em.find(Tenant.class, lane.tenant().value()).catalogState(branch(em, lane));
    }

    static Branch branch(EntityManager em, Caller.Lane lane) {
        return em.find(
                Branch.class,
                new Branch.Key(lane.tenant().value(), lane.branch().value()));
    }
}
