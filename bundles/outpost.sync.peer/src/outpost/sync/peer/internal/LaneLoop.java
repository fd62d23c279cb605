package outpost.sync.peer.internal;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that drives a {@link Lane}: what the sockets bring waits here in a queue of limited length, and so does whoever brings it. */
final class LaneLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneLoop.class);
    private static final int LONGEST_QUEUE = 256;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Runnable onChange;
    private final Runnable onTick;
    private final LongSupplier nanoTime;
    private volatile boolean stopped;

    /**
     * @param onChange after {@link #changed()}
     * @param onTick every second
     */
    LaneLoop(Runnable onChange, Runnable onTick, LongSupplier nanoTime) {
        this.onChange = onChange;
        this.onTick = onTick;
        this.nanoTime = nanoTime;
    }

    /** Waits while the queue is full. Not from the loop's own thread. Does nothing after the end, or when the thread is interrupted. */
    void run(Runnable work) {
        try {
            while (!stopped && !queue.offer(work, TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The lanes' queue is full");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not wait, so it may be called on the store's writer thread. */
    void changed() {
        if (changed.compareAndSet(false, true) && !queue.offer(() -> {})) {
            LOG.debug("The lanes' queue is full; the change is seen after it");
        }
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            long ticked = nanoTime.getAsLong();
            while (!stopped) {
                Runnable work = queue.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                if (work != null) {
                    guarded(work);
                }
                if (changed.getAndSet(false)) {
                    guarded(onChange);
                }
                long now = nanoTime.getAsLong();
                if (now - ticked >= TICK.toNanos()) {
                    ticked = now;
                    guarded(onTick);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The lanes end", e);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The thread's last resort: whatever the disk or a bug does to this step, the next one gets its chance.
            LOG.error("Talking with the other lanes failed", e);
        }
    }
}
