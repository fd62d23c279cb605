package outpost.catalog.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * Brings products into the indexes that a snapshot leaves out or an earlier version did not know, some at a time beside selling: by their codes they are found
 * all the while.
 */
final class Latecomers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Latecomers.class);
    /** Fewer are in when {@link #start} returns: a small shop has no latecomers. */
    private static final int AT_ONCE = 500;
    /** The cycle that brought them has something to write at its end, and should not have to wait. */
    private static final long GRACE_MILLIS = 200;
    /** What one transaction takes: a sale may have to wait for it. */
    private static final int AT_A_TIME = 2_500;

    private final Store store;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Latecomers::thread);
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
        if (read(0, 1).reached() > 0) {
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

    /** Brings in a few at once; many are left to a thread, as are all where it is at work already: none may be brought in twice. */
    void start() {
        boolean idle = runs.getAndIncrement() == 0;
        expected = false;
        if (idle && areFew()) {
            runs.decrementAndGet();
        } else {
            worker.schedule(this::run, GRACE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Brings them in where they are. */
    private boolean areFew() {
        Batch first = read(0, AT_ONCE);
        if (first.isLast()) {
            keep(first);
        }
        return first.isLast();
    }

    /** Ends after what is about to be stored; the next start goes on. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }

    private void run() {
        try {
            Batch batch = read(0, AT_A_TIME);
            while (!batch.isLast() && !closed) {
                long reached = batch.reached();
                CompletableFuture<Batch> next = CompletableFuture.supplyAsync(() -> read(reached, AT_A_TIME));
                keep(batch);
                batch = next.join();
            }
            keep(batch);
            runs.decrementAndGet();
        } catch (StoreException | CompletionException | IllegalStateException e) {
            if (!closed) {
                log.error("Some products are found by their codes only, until the next start", e);
            }
        }
    }

    /** Reads and reckons while the writer has other things to do. */
    private Batch read(long after, int limit) {
        return store.read(transaction -> Batch.read(transaction, after, limit));
    }

    /** What has changed since it was read may be called otherwise now: then it is read once more. */
    private void keep(Batch batch) {
        store.write(transaction -> {
            batch.newest(transaction).index(transaction);
            return batch;
        });
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
}
