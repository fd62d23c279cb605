package outpost.application.internal;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.protocol.SyncStatus;

/** Looks at connection and outbox away from the UI thread: after each change of the outbox, and twice a second for the rest. */
final class StatusWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);
    private static final long INTERVAL_MILLIS = 500;

    private final Supplier<Optional<SyncStatus>> status;
    private final Outbox outbox;
    private final WindowMessages messages;
    private final Consumer<Indicator> listener;
    private final Outbox.Subscription subscription;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "outpost-status");
        thread.setDaemon(true);
        return thread;
    });
    /** Counted anew only after a change: counting reads the database. */
    private volatile boolean stale = true;

    private OutboxCounts counts = new OutboxCounts(0, 0, 0);

    /** @param listener called on this watch's own thread */
    StatusWatch(
            Supplier<Optional<SyncStatus>> status,
            Outbox outbox,
            WindowMessages messages,
            Consumer<Indicator> listener) {
        this.status = status;
        this.outbox = outbox;
        this.messages = messages;
        this.listener = listener;
        subscription = outbox.onChange(() -> stale = true);
        worker.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        subscription.close();
        worker.shutdownNow();
    }

    private void look() {
        try {
            if (stale) {
                stale = false;
                counts = outbox.counts();
            }
            listener.accept(Indicator.of(status.get(), counts, messages));
        } catch (RuntimeException e) {
            // Thrown on, it would end the schedule, and the indicator would show an old truth for ever.
            stale = true;
            LOG.warn("The state of the connection cannot be told", e);
        }
    }
}
