package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Entity;
import outpost.values.TenantId;

/** Fills in the places of rows that a version wrote which did not know them, some thousand rows at a time: whoever edits the catalog waits for one such step at most. */
public final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final int AT_A_TIME = 5_000;

    private final Database database;

    public Places(Database database) {
        this.database = database;
    }

    /** Goes over the whole catalog; what an earlier version still writes meanwhile is found the next time. */
    public void fill(TenantId tenant) {
        long filled = 0;
        long last = 0;
        for (Optional<Step> step = step(tenant, last); step.isPresent(); step = step(tenant, last)) {
            last = step.get().lastSeq();
            filled += step.get().filled();
        }
        database.write(em -> {
            Tenant locked = locked(em, tenant);
            if (sum(em, tenant) == locked.catalogDigest()) {
                locked.placed();
            }
            return locked;
        });
        LOG.info("Placed {} rows of the catalog of tenant {}", filled, tenant);
    }

    private record Step(long lastSeq, int filled) {}

    private Optional<Step> step(TenantId tenant, long after) {
        return database.write(em -> {
            locked(em, tenant);
            List<Object[]> rows = em.createQuery(
                            "SELECT r.type, r.id, r.seq, r.body, r.place, r.digest FROM CatalogRow r"
                                    + " WHERE r.tenantId = :tenant AND r.seq > :after ORDER BY r.seq",
                            Object[].class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("after", after)
                    .setMaxResults(AT_A_TIME)
                    .getResultList();
            List<Entity> wrong = rows.stream()
                    .filter(row -> isWrong(entity(row), (Long) row[4], (Long) row[5]))
                    .map(Places::entity)
                    .toList();
            new CatalogRows(em, tenant.value()).place(wrong);
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Step((Long) rows.get(rows.size() - 1)[2], wrong.size()));
        });
    }

    /** While a transaction holds the tenant's lock, no row of its catalog changes between reading and writing. */
    private static Tenant locked(EntityManager em, TenantId tenant) {
        return em.find(Tenant.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    private static Entity entity(Object[] row) {
        return new Entity((String) row[0], (String) row[1], (Long) row[2], Optional.ofNullable((String) row[3]));
    }

    private static boolean isWrong(Entity row, Long place, Long digest) {
        return row.deleted()
                ? place != null
                : place == null || digest == null || place != row.place() || digest != row.digest();
    }

    private static long sum(EntityManager em, TenantId tenant) {
        Object sum = em.createNativeQuery(
                        "SELECT COALESCE(SUM(digest), 0) FROM catalog_entity WHERE tenant_id = ? AND place IS NOT NULL")
                .setParameter(1, tenant.value())
                .getSingleResult();
        return new BigDecimal(sum.toString()).longValue();
    }
}
