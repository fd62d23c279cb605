package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.protocol.ProductBody;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * Brings products into the indexes that a snapshot leaves out or an earlier version did not know, some at a time beside selling: by their codes they are found
 * all the while.
 */
final class Latecomers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Latecomers.class);
    /** So many are in when {@link #start} returns: a small shop has no latecomers. */
    private static final int AT_ONCE = 500;
    /** What one transaction takes: a sale, or the cycle that brought them, may have to wait for it. */
    private static final int AT_A_TIME = 1_000;

    private final Store store;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Latecomers::thread);
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean expected;
    private volatile boolean closed;

    Latecomers(Store store) {
        this.store = store;
    }

    /** Begins with what an earlier version left, if there is something. */
    void open() {
        if (store.read(Latecomers::isOverlooked)) {
            store.write(Latecomers::forget);
        }
        if (!store.read(transaction -> next(transaction, 0, 1)).isEmpty()) {
            start();
        }
    }

    /** Tells of products that come now, and are to be brought in when {@link #start} is called. */
    void expect() {
        expected = true;
    }

    /** Whether some products may not be found by their names yet. */
    boolean areAny() {
        return expected || runs.get() > 0;
    }

    /** Brings in the first ones; for the others a thread goes on. */
    void start() {
        runs.incrementAndGet();
        expected = false;
        if (store.write(transaction -> index(transaction, 0, AT_ONCE)) == 0) {
            runs.decrementAndGet();
        } else {
            worker.execute(this::run);
        }
    }

    /** Ends after what is about to be stored; the next start goes on. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }

    private void run() {
        try {
            long last = 0;
            do {
                long after = last;
                last = store.write(transaction -> index(transaction, after, AT_A_TIME));
            } while (last > 0 && !closed);
            runs.decrementAndGet();
        } catch (StoreException | IllegalStateException e) {
            if (!closed) {
                log.error("Some products are found by their codes only, until the next start", e);
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outpost-catalog-indexing");
        thread.setDaemon(true);
        return thread;
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

    /** Answers the last one that was looked at, 0 where that were all. */
    private static long index(Transaction transaction, long after, int limit) {
        List<Numbered> products = next(transaction, after, limit);
        ProductIndex index = new ProductIndex(transaction);
        List<Object[]> nameRows = new ArrayList<>();
        for (Numbered each : products) {
            Bodies.read(Entity.PRODUCT, each.id(), each.body(), ProductBody.class)
                    .ifPresent(product ->
                            nameRows.add(new Object[] {index.complete(each.entity(), product), each.entity()}));
        }
        transaction.updateAll("UPDATE catalog_entities SET name_row = ? WHERE entity = ?", nameRows);
        index.flushAdded();
        index.flushNames();
        return products.size() < limit ? 0 : products.get(limit - 1).entity();
    }

    private static List<Numbered> next(Transaction transaction, long after, int limit) {
        return transaction.query(
                "SELECT entity, id, body FROM catalog_entities INDEXED BY unindexed_products"
                        + " WHERE type = 'product' AND name_row = 0 AND entity > ? ORDER BY entity LIMIT ?",
                row -> new Numbered(row.number("entity"), row.text("id"), row.text("body")),
                after,
                limit);
    }

    private record Numbered(long entity, String id, String body) {}

    /** @param product none where it cannot be read */
    private record Named(long entity, Optional<ProductBody> product) {
        static Named of(Numbered row) {
            return new Named(row.entity(), Bodies.read(Entity.PRODUCT, row.id(), row.body(), ProductBody.class));
        }
    }
}
