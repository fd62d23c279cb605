package outpost.cloud.internal.catalog;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.store.StorageException;

/** Keeps the index of products' words near the catalog, on a thread of its own. */
public final class WordIndexThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WordIndexThread.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long STOP_SECONDS = 30;

    private final WordIndex index;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outpost-words"));

    public WordIndexThread(WordIndex index) {
        this.index = index;
        thread.scheduleWithFixedDelay(this::run, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            boolean left = true;
            while (left && !thread.isShutdown()) {
                left = index.goOn();
            }
        } catch (StorageException away) {
            LOG.debug("The words of products cannot be written now", away);
        } catch (RuntimeException fault) {
            // The boundary of the thread: a fault would end all later work, and nobody would know.
            LOG.error("Writing the words of products failed", fault);
        }
    }

    /** Waits for the piece that is under way: it uses the database that is closed next. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
