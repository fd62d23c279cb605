package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.CatalogRow;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.store.KeyedRows;
import outpost.protocol.Entity;
import outpost.values.TenantId;

/**
 * Changes to one tenant's catalog within one transaction. It holds the lock of the tenant's row until the commit: changes get their
 * numbers one transaction after the other, and count and digest stay exact.
 */
final class CatalogEdit {
    private static final KeyedRows ROWS = new KeyedRows("catalog_entity", "entity_id", "VARCHAR");

    private final EntityManager em;
    private final String tenantId;
    private Tenant tenant;

    /** @throws RefusedException if there is no such tenant */
    CatalogEdit(EntityManager em, TenantId tenant) {
        this.em = em;
        this.tenantId = tenant.value();
        lock();
        if (this.tenant == null) {
            throw RefusedException.notFound("There is no tenant '" + tenant + "'");
        }
    }

    Tenant tenant() {
        return tenant;
    }

    /** How many rows were new, different, and the same as before. */
    record Counts(int added, int changed, int unchanged) {}

    /** Puts things of one type; where an id occurs twice, the last one counts. */
    Counts put(String type, Collection<Draft> drafts) {
        Map<String, Entity> rows = entities(type, drafts.stream().map(Draft::id).toList());
        int added = 0;
        int changed = 0;
        for (Draft draft : drafts) {
            Entity before = rows.get(draft.id());
            if (before != null && before.body().equals(Optional.of(draft.body()))) {
                continue;
            }
            if (before == null || before.deleted()) {
                added++;
            } else {
                changed++;
                tenant.subtract(before);
            }
            rows.put(draft.id(), become(before == null ? newRow(type, draft.id()) : row(type, draft.id()), draft));
        }
        return new Counts(added, changed, drafts.size() - added - changed);
    }

    /** Leaves a tombstone, and says whether there was something to delete. */
    boolean delete(String type, String id) {
        CatalogRow row = row(type, id);
        if (row == null || row.body().isEmpty()) {
            return false;
        }
        tenant.subtract(row.entity());
        row.delete(tenant.nextChange());
        return true;
    }

    Entity entity(String type, String id) {
        return row(type, id).entity();
    }

    /** Ids of all things of a type that has few. */
    Set<String> ids(String type) {
        return Set.copyOf(em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = :type AND r.body IS NOT NULL",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("type", type)
                .getResultList());
    }

    boolean isTaxRateUsed(String taxRateId) {
        return !em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.taxRateId = :rate",
                        String.class)
                .setParameter("tenant", tenantId)
                .setParameter("rate", taxRateId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Writes what has changed so far and lets go of the rows in memory; the lock stays. */
    void flush() {
        em.flush();
        em.clear();
        lock();
    }

    private void lock() {
        tenant = em.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Entity become(CatalogRow row, Draft draft) {
        row.become(tenant.nextChange(), draft.body(), draft.taxRateId());
        Entity after = row.entity();
        tenant.add(after);
        return after;
    }

    private CatalogRow newRow(String type, String id) {
        CatalogRow row = new CatalogRow(tenantId, type, id);
        em.persist(row);
        return row;
    }

    private CatalogRow row(String type, String id) {
        return em.find(CatalogRow.class, new CatalogRow.Key(tenantId, type, id));
    }

    private Map<String, Entity> entities(String type, Collection<String> ids) {
        Map<String, Entity> entities = new HashMap<>();
        Map<String, String> others = Map.of("tenant_id", tenantId, "entity_type", type);
        ROWS.find(
                em,
                "r.entity_id, r.seq, r.body",
                others,
                ids,
                row -> entities.put(
                        row.getString(1),
                        new Entity(type, row.getString(1), row.getLong(2), Optional.ofNullable(row.getString(3)))));
        return entities;
    }
}
