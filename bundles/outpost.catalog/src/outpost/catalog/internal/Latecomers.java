package outpost.catalog.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * Brings the products that an earlier version stored or changed into the indexes that it does not know, a few at a time beside selling: by their codes they
 * are found all the while.
 */
final class Latecomers implements Runnable, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Latecomers.class);
    private static final int AT_A_TIME = 500;

    private final Store store;
    private volatile boolean closed;

    Latecomers(Store store) {
        this.store = store;
    }

    /** Starts a thread if there is something to do. */
    void start() {
        if (store.read(Latecomers::isOverlooked)) {
            store.write(Latecomers::forget);
        }
        if (store.read(transaction -> next(transaction, 0)).isEmpty()) {
            return;
        }
        Thread thread = new Thread(this, "outpost-catalog-indexing");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public void run() {
        try {
            long last = 0;
            long products = 0;
            do {
                long after = last;
                List<Numbered> indexed = store.write(transaction -> index(transaction, after));
                products += indexed.size();
                last = indexed.isEmpty() ? 0 : indexed.get(indexed.size() - 1).entity();
            } while (last > 0 && !closed);
            log.info("Brought {} products of an earlier version into the search index", products);
        } catch (StoreException | IllegalStateException e) {
            if (!closed) {
                log.error("Some products are found by their codes only, until the next start", e);
            }
        }
    }

    /** Ends the thread after what it is about to store; the next start goes on. */
    @Override
    public void close() {
        closed = true;
    }

    /** Whether an earlier version, to which this till had stepped back, changed products without these indexes. */
    private static boolean isOverlooked(Transaction transaction) {
        return transaction.number("SELECT digest <> indexed_digest FROM catalog_meta") != 0;
    }

    private static int forget(Transaction transaction) {
        transaction.update("INSERT INTO product_words (product_words) VALUES ('delete-all')");
        transaction.update("DELETE FROM category_products");
        transaction.update("UPDATE catalog_meta SET indexed_digest = digest");
        return transaction.update("UPDATE catalog_entities SET name_row = 0 WHERE type = 'product' AND name_row <> 0");
    }

    private static List<Numbered> index(Transaction transaction, long after) {
        List<Numbered> products = next(transaction, after);
        ProductIndex index = new ProductIndex(transaction);
        products.forEach(product -> index.remove(product.row().type(), product.entity(), 0));
        List<Object[]> nameRows = products.stream()
                .map(product ->
                        new Object[] {index.add(product.entity(), Incoming.of(product.row())), product.entity()})
                .toList();
        index.flushRemoved();
        transaction.updateAll("UPDATE catalog_entities SET name_row = ? WHERE entity = ?", nameRows);
        index.flushAdded();
        index.flushNames();
        return products;
    }

    private static List<Numbered> next(Transaction transaction, long after) {
        return transaction.query(
                "SELECT entity, id, seq, body FROM catalog_entities INDEXED BY unindexed_products"
                        + " WHERE type = 'product' AND name_row = 0 AND entity > ? ORDER BY entity LIMIT ?",
                row -> new Numbered(
                        row.number("entity"),
                        new Entity(Entity.PRODUCT, row.text("id"), row.number("seq"), Optional.of(row.text("body")))),
                after,
                AT_A_TIME);
    }

    private record Numbered(long entity, Entity row) {}
}
