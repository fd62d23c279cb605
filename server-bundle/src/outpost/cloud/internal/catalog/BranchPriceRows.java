package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.Entity;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The prices of one branch, read and written within the running transaction. */
public final class BranchPriceRows {
    private static final String COLUMNS =
            "SELECT product_id, seq, body FROM branch_price WHERE tenant_id = ? AND branch_id = ?";

    private final Sql sql;
    private final TenantId tenant;
    private final BranchId branch;

    public BranchPriceRows(EntityManager em, TenantId tenant, BranchId branch) {
        this.sql = new Sql(em);
        this.tenant = tenant;
        this.branch = branch;
    }

    /** What has changed behind that number, tombstones included, by rising number. */
    public List<Entity> changedAfter(long seq, int most) {
        return sql.rows(
                BranchPriceRows::entity,
                COLUMNS + " AND seq > ? ORDER BY seq LIMIT ?",
                tenant.value(),
                branch.value(),
                seq,
                most);
    }

    /** The prices behind that product's, by product. */
    public List<Entity> after(String productId, int most) {
        return sql.rows(
                BranchPriceRows::entity,
                COLUMNS + " AND product_id > ? AND body IS NOT NULL ORDER BY product_id LIMIT ?",
                tenant.value(),
                branch.value(),
                productId,
                most);
    }

    /** That product's price, where there is or was one. */
    Optional<Entity> find(String productId) {
        return sql
                .rows(
                        BranchPriceRows::entity,
                        COLUMNS + " AND product_id = ?",
                        tenant.value(),
                        branch.value(),
                        productId)
                .stream()
                .findFirst();
    }

    void put(Entity price, Author author, long nowMillis) {
        Long place = price.deleted() ? null : Long.valueOf(price.place());
        Long digest = price.deleted() ? null : Long.valueOf(price.digest());
        int changed = sql.change(
                "UPDATE branch_price SET seq = ?, body = ?, place = ?, digest = ?, changed_at = ?, changed_by = ?"
                        + " WHERE tenant_id = ? AND branch_id = ? AND product_id = ?",
                price.seq(),
                price.body().orElse(null),
                place,
                digest,
                nowMillis,
                author.name(),
                tenant.value(),
                branch.value(),
                price.id());
        if (changed == 0) {
            sql.change(
                    "INSERT INTO branch_price (seq, body, place, digest, changed_at, changed_by, tenant_id, branch_id, product_id)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    price.seq(),
                    price.body().orElse(null),
                    place,
                    digest,
                    nowMillis,
                    author.name(),
                    tenant.value(),
                    branch.value(),
                    price.id());
        }
    }

    private static Entity entity(ResultSet row) throws SQLException {
        return new Entity(Entity.BRANCH_PRICE, row.getString(1), row.getLong(2), Optional.ofNullable(row.getString(3)));
    }
}
