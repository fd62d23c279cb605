package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** What products cost in one branch, where that is not what they cost elsewhere; each change is durable and numbered when its call returns. */
public final class BranchPrices {
    private static final int MOST = 500;

    private final Database database;
    private final Clock clock;

    public BranchPrices(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A price of the branch beside the one that holds elsewhere.
     *
     * @param code the product's first one
     */
    public record View(
            String productId,
            String name,
            String code,
            long priceMinor,
            long elsewhereMinor,
            String changedAt,
            String changedBy) {}

    /** @param next what to ask for the following part with; absent at the end */
    public record Page(List<View> prices, Optional<String> next) {}

    /**
     * The branch's prices, by product id.
     *
     * @param after the {@code next} of the part before; empty for the first
     * @throws RefusedException if there is no such branch, or the limit is out of bounds
     */
    public Page of(TenantId tenant, BranchId branch, String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw RefusedException.invalid("limit", "limit is " + limit + ", must be 1 to " + MOST);
        }
        return database.read(em -> {
            requireBranch(em, tenant, branch);
            List<View> found = new Sql(em)
                    .rows(
                            row -> view(
                                    row.getString(1),
                                    Json.read(row.getString(2), ProductBody.class),
                                    Json.read(row.getString(3), BranchPriceBody.class),
                                    row.getLong(4),
                                    row.getString(5)),
                            "SELECT p.product_id, e.body, p.body, p.changed_at, p.changed_by FROM branch_price p"
                                    + " JOIN catalog_entity e ON e.tenant_id = p.tenant_id AND e.entity_type = 'product'"
                                    + " AND e.entity_id = p.product_id"
                                    + " WHERE p.tenant_id = ? AND p.branch_id = ? AND p.product_id > ? AND p.body IS NOT NULL"
                                    + " AND e.body IS NOT NULL ORDER BY p.product_id LIMIT ?",
                            tenant.value(),
                            branch.value(),
                            after,
                            limit + 1);
            boolean more = found.size() > limit;
            List<View> shown = more ? found.subList(0, limit) : found;
            return new Page(
                    List.copyOf(shown), more ? Optional.of(shown.get(limit - 1).productId()) : Optional.empty());
        });
    }

    /**
     * Gives the product a price in that branch; the same again changes nothing.
     *
     * @throws RefusedException if there is no such branch or product
     */
    public Entity put(TenantId tenant, BranchId branch, String productId, BranchPriceBody price, String by) {
        return database.write(em -> {
            CatalogEdit edit = edit(em, tenant, by);
            requireBranch(em, tenant, branch);
            if (edit.body(Entity.PRODUCT, productId).isEmpty()) {
                throw RefusedException.notFound("There is no product '" + productId + "'");
            }
            return edit.price(branch, productId, Optional.of(price));
        });
    }

    /**
     * Lets the product cost in that branch what it costs elsewhere.
     *
     * @throws RefusedException if it has no price of its own there
     */
    public Entity delete(TenantId tenant, BranchId branch, String productId, String by) {
        return database.write(em -> {
            CatalogEdit edit = edit(em, tenant, by);
            requireBranch(em, tenant, branch);
            new BranchPriceRows(em, tenant, branch)
                    .find(productId)
                    .filter(price -> !price.deleted())
                    .orElseThrow(() -> RefusedException.notFound(
                            "Product '" + productId + "' has no price of its own in branch '" + branch + "'"));
            return edit.price(branch, productId, Optional.empty());
        });
    }

    private CatalogEdit edit(EntityManager em, TenantId tenant, String by) {
        return new CatalogEdit(em, tenant, new Author(Author.Cause.EDIT, by), clock.millis());
    }

    private static void requireBranch(EntityManager em, TenantId tenant, BranchId branch) {
        if (em.find(Branch.class, new Branch.Key(tenant.value(), branch.value())) == null) {
            throw RefusedException.notFound("There is no branch '" + branch + "'");
        }
    }

    private static View view(String id, ProductBody product, BranchPriceBody price, long at, String by) {
        return new View(
                id,
                product.name(),
                product.codes().get(0),
                price.priceMinor(),
                product.priceMinor(),
                Instant.ofEpochMilli(at).toString(),
                by);
    }
}
