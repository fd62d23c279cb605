package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.protocol.Entity;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;

/**
 * Some products that are not in all indexes, as they were when they were read.
 *
 * @param after the entity behind which they were looked for
 * @param limit how many were looked for
 * @param changes the number of the catalog's last change then
 */
record Batch(long after, int limit, long changes, List<Latecomer> products) {
    static Batch read(Transaction transaction, long after, int limit) {
        return new Batch(after, limit, changes(transaction), products(transaction, after, Long.MAX_VALUE, limit));
    }

    /** The same products as they are now; what is behind them is in another batch. */
    Batch newest(Transaction transaction) {
        long now = changes(transaction);
        return now == changes ? this : new Batch(after, limit, now, products(transaction, after, reached(), limit));
    }

    private static List<Latecomer> products(Transaction transaction, long after, long upTo, int limit) {
        return transaction.query(
                "SELECT e.entity, e.id, e.body,"
                        + " EXISTS (SELECT 1 FROM category_products AS c WHERE c.entity = e.entity) AS keyed"
                        + " FROM catalog_entities AS e INDEXED BY unindexed_products"
                        + " WHERE e.type = 'product' AND e.name_row = 0 AND e.entity > ? AND e.entity <= ?"
                        + " ORDER BY e.entity LIMIT ?",
                Latecomer::of,
                after,
                upTo,
                limit);
    }

    /** Whether there are none behind them. */
    boolean isLast() {
        return products.size() < limit;
    }

    /** The last one's entity; 0 where there are none. */
    long reached() {
        return products.isEmpty() ? 0 : products.get(products.size() - 1).entity();
    }

    void index(Transaction transaction) {
        ProductIndex index = new ProductIndex(transaction);
        List<Object[]> nameRows = new ArrayList<>();
        for (Latecomer each : products) {
            each.found()
                    .ifPresent(found -> nameRows.add(
                            new Object[] {index.complete(each.entity(), found, each.keyed()), each.entity()}));
        }
        transaction.updateAll("UPDATE catalog_entities SET name_row = ? WHERE entity = ?", nameRows);
        index.flushAdded();
        index.flushNames();
    }

    private static long changes(Transaction transaction) {
        return transaction.number("SELECT changes FROM catalog_meta");
    }

    /**
     * @param found by what it is found; none where it cannot be read
     * @param keyed whether it is on a page of quick keys
     */
    record Latecomer(long entity, Optional<Incoming.Found> found, boolean keyed) {
        static Latecomer of(Row row) {
            return new Latecomer(
                    row.number("entity"),
                    Incoming.product(Entity.PRODUCT, row.text("id"), row.text("body"))
                            .map(Incoming.Found::of),
                    row.flag("keyed"));
        }
    }
}
