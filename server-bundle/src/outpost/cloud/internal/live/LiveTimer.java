package outpost.cloud.internal.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.store.StorageException;

/** Looks now and then for what no signal told, and lets the pings go out, on a thread of its own. */
public final class LiveTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTimer.class);
    private static final long TELL_MILLIS = 10_000;
    private static final long PING_MILLIS = 30_000;
    private static final long STOP_SECONDS = 10;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outpost-live"));

    public LiveTimer(Nudges nudges) {
        thread.scheduleWithFixedDelay(() -> run(nudges::tell), TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(() -> run(nudges::ping), PING_MILLIS, PING_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (StorageException away) {
            LOG.debug("Nobody can be told of anything now", away);
        } catch (RuntimeException fault) {
            // The boundary of the thread: a fault would end all later nudges, and nobody would know.
            LOG.error("Telling the tills failed", fault);
        }
    }

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
