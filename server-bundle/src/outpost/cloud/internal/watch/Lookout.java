package outpost.cloud.internal.watch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.store.StorageException;

/** Looks for alarms every now and then, on a thread of its own. */
public final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final long INTERVAL_SECONDS = 30;

    private final Alarms alarms;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outpost-lookout"));

    public Lookout(Alarms alarms) {
        this.alarms = alarms;
        thread.scheduleWithFixedDelay(this::look, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            alarms.look();
        } catch (StorageException away) {
            LOG.warn("Alarms cannot be looked for now: {}", away.getMessage());
        } catch (RuntimeException fault) {
            // The boundary of the thread: a fault would end all later looks, and nobody would know.
            LOG.error("Looking for alarms failed", fault);
        }
    }

    /** Waits for a look that is under way: it uses the database that is closed next. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(INTERVAL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
