package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.StorableText;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.entity.OpenConflict;
import outpost.cloud.internal.store.Database;
import outpost.protocol.ConflictDecision;
import outpost.protocol.Entity;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductField;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The conflicts about products that wait for a person. A branch reaches those in which one of its own lanes takes part. */
public final class ProductConflicts {
    private final Database database;
    private final Clock clock;

    public ProductConflicts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The open ones, oldest first. */
    public List<ProductConflict> open(TenantId tenant, Optional<BranchId> branch) {
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            return em.createQuery(
                            "SELECT c FROM OpenConflict c WHERE c.tenantId = :tenant ORDER BY c.since, c.productId, c.field",
                            OpenConflict.class)
                    .setParameter("tenant", tenant.value())
                    .getResultStream()
                    .map(OpenConflict::conflict)
                    .filter(reachedBy(em, tenant, branch))
                    .toList();
        });
    }

    /**
     * Gives the field the value that a person decided on, as a change that has seen all others.
     *
     * @return the product as it is now
     * @throws RefusedException if there is no such conflict (any more), or the field cannot have that value
     */
    public Entity decide(TenantId tenant, Optional<BranchId> branch, String conflictId, ConflictDecision decision) {
        RefusedException.parse("by", decision.by(), by -> StorableText.checked("by", by));
        return database.write(em -> {
            CatalogEdit edit =
                    new CatalogEdit(em, tenant, new Author(Author.Cause.DECISION, decision.by()), clock.millis());
            ProductConflict conflict = em.createQuery(
                            "SELECT c FROM OpenConflict c WHERE c.tenantId = :tenant AND c.conflictId = :id",
                            OpenConflict.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("id", conflictId)
                    .getResultStream()
                    .map(OpenConflict::conflict)
                    .filter(reachedBy(em, tenant, branch))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.notFound("There is no conflict '" + conflictId
                            + "': it was decided, or somebody changed that field again"));
            requireValue(edit, conflict.field(), decision.value());
            return edit.decide(conflict, decision);
        });
    }

    private static void requireValue(CatalogEdit edit, ProductField field, Optional<String> value) {
        try {
            field.requireValue(value);
        } catch (IllegalArgumentException wrong) {
            throw RefusedException.invalid("value", wrong.getMessage(), wrong);
        }
        if (field == ProductField.TAX_RATE && !edit.hasTaxRate(value)) {
            throw RefusedException.invalid("value", "There is no tax rate " + value.orElse(""));
        }
    }

    private static Predicate<ProductConflict> reachedBy(EntityManager em, TenantId tenant, Optional<BranchId> branch) {
        if (branch.isEmpty()) {
            return conflict -> true;
        }
        Set<String> lanes = new HashSet<>(em.createQuery(
                        "SELECT t.terminalId FROM Terminal t WHERE t.tenantId = :tenant AND t.branchId = :branch",
                        String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("branch", branch.get().value())
                .getResultList());
        return conflict -> conflict.values().stream().anyMatch(sibling -> lanes.contains(sibling.terminal()));
    }
}
