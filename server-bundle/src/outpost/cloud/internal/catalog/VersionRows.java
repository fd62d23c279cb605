package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.entity.OpenConflict;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductVersions;

/** Reads and writes what is known of the fields of edited products, and the conflicts that follow from it. The tenant's row is locked. */
final class VersionRows {
    private static final int MOST_CHARS = 200_000;

    private final EntityManager em;
    private final Tenant tenant;
    private final CatalogRows rows;
    private final long nowMillis;

    VersionRows(EntityManager em, Tenant tenant, CatalogRows rows, long nowMillis) {
        this.em = em;
        this.tenant = tenant;
        this.rows = rows;
        this.nowMillis = nowMillis;
    }

    /** {@link ProductVersions#NONE} for a product that no branch edited. */
    ProductVersions of(String productId) {
        return row(productId)
                .flatMap(row -> row.entity().body())
                .map(body -> Json.read(body, ProductVersions.class))
                .orElse(ProductVersions.NONE);
    }

    /** Whether it is short enough to be kept and sent. */
    static boolean fits(ProductVersions versions) {
        return Json.write(versions).length() <= MOST_CHARS;
    }

    /** Stores them under the tenant's next change number, for the tills to pull. */
    void store(String productId, ProductVersions versions) {
        Optional<Row> before = row(productId);
        before.ifPresent(row -> tenant.subtract(row.entity()));
        Entity after =
                new Entity(Entity.PRODUCT_VERSIONS, productId, tenant.nextChange(), Optional.of(Json.write(versions)));
        tenant.add(after);
        List<Row> written = List.of(new Row(after, Optional.empty(), Origins.UNCHANGED));
        if (before.isPresent()) {
            rows.update(written);
        } else {
            rows.insert(written);
        }
        keepOpen(productId, versions.conflicts(productId));
    }

    private Optional<Row> row(String productId) {
        return rows.find(Entity.PRODUCT_VERSIONS, productId);
    }

    private void keepOpen(String productId, List<ProductConflict> conflicts) {
        List<ProductConflict> fresh = new ArrayList<>(conflicts);
        List<OpenConflict> known = open(productId);
        for (OpenConflict open : known) {
            Optional<ProductConflict> still = conflicts.stream()
                    .filter(conflict -> conflict.field().equals(open.conflict().field()))
                    .findFirst();
            still.ifPresentOrElse(open::becomes, () -> em.remove(open));
            still.ifPresent(fresh::remove);
        }
        fresh.forEach(conflict -> em.persist(new OpenConflict(tenant.tenantId(), conflict, nowMillis)));
        if (!fresh.isEmpty() || known.size() > conflicts.size()) {
            AfterCommit.signal(em, Topic.CONFLICTS, tenant.tenantId());
        }
    }

    private List<OpenConflict> open(String productId) {
        return em.createQuery(
                        "SELECT c FROM OpenConflict c WHERE c.tenantId = :tenant AND c.productId = :product",
                        OpenConflict.class)
                .setParameter("tenant", tenant.tenantId())
                .setParameter("product", productId)
                .getResultList();
    }
}
