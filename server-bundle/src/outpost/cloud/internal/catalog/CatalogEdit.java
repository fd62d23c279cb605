package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.entity.Tenant;
import outpost.protocol.Entity;
import outpost.values.TenantId;

/**
 * Changes to one tenant's catalog within one transaction. It holds the lock of the tenant's row until the commit: changes get their
 * numbers one transaction after the other, and count and digest stay exact.
 */
final class CatalogEdit {
    private final EntityManager em;
    private final Tenant tenant;
    private final CatalogRows rows;

    /** @throws RefusedException if there is no such tenant */
    CatalogEdit(EntityManager em, TenantId tenantId) {
        this.em = em;
        this.tenant = em.find(Tenant.class, tenantId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            throw RefusedException.notFound("There is no tenant '" + tenantId + "'");
        }
        this.rows = new CatalogRows(em, tenantId.value());
    }

    Tenant tenant() {
        return tenant;
    }

    /** How many rows were new, different, and the same as before. */
    record Counts(int added, int changed, int unchanged) {}

    /** Puts one thing, and returns it as it is now. */
    Entity put(String type, Draft draft) {
        put(type, List.of(draft));
        return rows.find(type, List.of(draft.id())).get(draft.id());
    }

    /** Puts things of one type; where an id occurs twice, the last one counts. */
    Counts put(String type, Collection<? extends Change> changes) {
        Map<String, Entity> stored =
                rows.find(type, changes.stream().map(Change::id).toList());
        Map<String, Row> inserts = new LinkedHashMap<>();
        Map<String, Row> updates = new LinkedHashMap<>();
        int added = 0;
        int changed = 0;
        for (Change change : changes) {
            Map<String, Row> target = stored.containsKey(change.id()) ? updates : inserts;
            Optional<Entity> before = Optional.ofNullable(target.get(change.id()))
                    .map(Row::entity)
                    .or(() -> Optional.ofNullable(stored.get(change.id())));
            Draft draft = change.over(before.flatMap(Entity::body));
            Optional<String> body = Optional.of(draft.body());
            if (before.isPresent() && before.get().body().equals(body)) {
                continue;
            }
            if (before.isEmpty() || before.get().deleted()) {
                added++;
            } else {
                changed++;
                tenant.subtract(before.get());
            }
            Entity after = new Entity(type, draft.id(), tenant.nextChange(), body);
            tenant.add(after);
            target.put(draft.id(), new Row(after, draft.taxRateId()));
        }
        rows.insert(inserts.values());
        rows.update(updates.values());
        return new Counts(added, changed, changes.size() - added - changed);
    }

    /** Leaves a tombstone and returns it; empty where there is nothing to delete. */
    Optional<Entity> delete(String type, String id) {
        Entity before = rows.find(type, List.of(id)).get(id);
        if (before == null || before.deleted()) {
            return Optional.empty();
        }
        tenant.subtract(before);
        Entity tombstone = new Entity(type, id, tenant.nextChange(), Optional.empty());
        rows.update(List.of(new Row(tombstone, Optional.empty())));
        return Optional.of(tombstone);
    }

    /** The body of that thing, where it is there. */
    Optional<String> body(String type, String id) {
        return Optional.ofNullable(rows.find(type, List.of(id)).get(id)).flatMap(Entity::body);
    }

    /** Ids of all things of a type that has few. */
    Set<String> ids(String type) {
        return Set.copyOf(em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = :type AND r.body IS NOT NULL",
                        String.class)
                .setParameter("tenant", tenant.tenantId())
                .setParameter("type", type)
                .getResultList());
    }

    boolean isTaxRateUsed(String taxRateId) {
        return !em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.taxRateId = :rate",
                        String.class)
                .setParameter("tenant", tenant.tenantId())
                .setParameter("rate", taxRateId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
