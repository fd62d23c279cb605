package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.entity.StockRow;
import outpost.cloud.internal.store.Database;
import outpost.protocol.stock.Moment;
import outpost.protocol.stock.StockLevel;
import outpost.values.BranchId;
import outpost.values.Quantity;
import outpost.values.TenantId;

/**
 * What the branches' stock is, as far as their movements have arrived: a picture that nobody can change here. It is added up when it is asked for, by the rule of
 * {@link StockLevel}, which is here that of the rows from the last count on: a count's own quantity is the first of them.
 */
public final class StockPicture {
    /** The most rows of one answer. */
    public static final int MOST = 1_000;

    private static final String LEVELS =
            """
            SELECT m.product_id, c.moment, CAST(SUM(m.quantity_milli) AS BIGINT), MAX(m.moment)
            FROM stock_movement m LEFT JOIN (
                SELECT product_id, MAX(moment) AS moment FROM stock_movement
                WHERE tenant_id = ?1 AND branch_id = ?2 AND product_id BETWEEN ?3 AND ?4 AND kind = 'count'
                GROUP BY product_id) c ON c.product_id = m.product_id
            WHERE m.tenant_id = ?1 AND m.branch_id = ?2 AND m.product_id BETWEEN ?3 AND ?4 AND (c.moment IS NULL OR m.moment >= c.moment)
            GROUP BY m.product_id, c.moment ORDER BY m.product_id
            """;

    private final Database database;

    public StockPicture(Database database) {
        this.database = database;
    }

    /** A page of levels, by product id, and whether there are more behind it. */
    public record Page(String branchId, List<Level> levels, boolean more) {}

    /**
     * @param countedAt when it was counted last, by the clock of the branch
     * @param movedAt the last movement, or the count
     */
    public record Level(String productId, long quantityMilli, Optional<String> countedAt, String movedAt) {}

    /**
     * @param document the sale's or the stock document's id
     * @param quantityMilli what was added, negative for what was taken off; of a count what was there
     */
    public record Movement(String at, String kind, long quantityMilli, String document, int line) {}

    /**
     * The levels behind a product id.
     *
     * @param after empty for the first page
     * @throws RefusedException if there is no such branch, or the limit is out of bounds
     */
    public Page levels(TenantId tenant, BranchId branch, String after, int limit) {
        requireLimit(limit);
        return database.read(em -> {
            requireBranch(em, tenant, branch);
            List<String> products = em.createQuery(
                            "SELECT DISTINCT m.productId FROM StockRow m WHERE m.tenantId = :tenant AND m.branchId = :branch"
                                    + " AND m.productId > :after ORDER BY m.productId",
                            String.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("branch", branch.value())
                    .setParameter("after", after)
                    .setMaxResults(limit + 1)
                    .getResultList();
            boolean more = products.size() > limit;
            List<String> page = more ? products.subList(0, limit) : products;
            List<Level> levels =
                    page.isEmpty() ? List.of() : levels(em, tenant, branch, page.get(0), page.get(page.size() - 1));
            return new Page(branch.value(), levels, more);
        });
    }

    /** The latest movements of a product, newest first. */
    public List<Movement> movements(TenantId tenant, BranchId branch, String product, int limit) {
        requireLimit(limit);
        return database.read(em -> {
            requireBranch(em, tenant, branch);
            return em.createQuery(
                            "SELECT m FROM StockRow m WHERE m.tenantId = :tenant AND m.branchId = :branch"
                                    + " AND m.productId = :product ORDER BY m.moment DESC",
                            StockRow.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("branch", branch.value())
                    .setParameter("product", product)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(StockPicture::view)
                    .toList();
        });
    }

    private static List<Level> levels(EntityManager em, TenantId tenant, BranchId branch, String first, String last) {
        List<?> rows = em.createNativeQuery(LEVELS)
                .setParameter(1, tenant.value())
                .setParameter(2, branch.value())
                .setParameter(3, first)
                .setParameter(4, last)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(StockPicture::level).toList();
    }

    private static Level level(Object[] row) {
        Optional<Moment> counted = Optional.ofNullable((String) row[1]).map(Moment::parse);
        StockLevel level = new StockLevel(counted, new Quantity(((Number) row[2]).longValue()));
        return new Level(
                (String) row[0],
                level.quantity().milli(),
                level.counted().map(StockPicture::time),
                time(Moment.parse((String) row[3])));
    }

    private static Movement view(StockRow row) {
        Moment moment = Moment.parse(row.moment());
        return new Movement(
                time(moment), row.kind(), row.quantityMilli(), moment.document().toString(), moment.line());
    }

    private static String time(Moment moment) {
        return Instant.ofEpochMilli(moment.stamp().millis()).toString();
    }

    private static void requireBranch(EntityManager em, TenantId tenant, BranchId branch) {
        Shops.requireTenant(em, tenant);
        if (em.find(Branch.class, new Branch.Key(tenant.value(), branch.value())) == null) {
            throw RefusedException.notFound("There is no branch " + branch);
        }
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw RefusedException.invalid("limit", "limit is " + limit + ", must be 1 to " + MOST);
        }
    }
}
