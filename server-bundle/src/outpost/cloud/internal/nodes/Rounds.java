package outpost.cloud.internal.nodes;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.store.StorageException;

/** Does some work again and again, on a thread of its own. A round that fails is made up for by the next one. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long STOP_SECONDS = 30;

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;

    /** @param pause from the end of one round to the begin of the next, and before the first */
    public Rounds(String name, Duration pause, Runnable work) {
        this.name = name;
        this.work = work;
        thread = Executors.newSingleThreadScheduledExecutor(runnable -> new Thread(runnable, "outpost-" + name));
        thread.scheduleWithFixedDelay(this::round, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            work.run();
        } catch (StorageException away) {
            LOG.warn("The work '{}' cannot be done now: {}", name, away.getMessage());
        } catch (RuntimeException fault) {
            // The boundary of the thread: a fault would end all later rounds, and nobody would know.
            LOG.error("The work '{}' failed", name, fault);
        }
    }

    /** Waits for a round that is under way: it uses the database that is closed next. */
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
