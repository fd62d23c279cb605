package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import outpost.outbox.BranchEvents;

/**
 * Lets neighbours bring their events to the cloud themselves for a while, and forwards what they have not brought then. It goes by the counter that nobody can
 * turn, so that a wrong clock neither hurries nor forgets it.
 */
final class Forwarding {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BranchEvents branch;
    private final LongSupplier nanoTime;
    private boolean marked;
    private long mark;
    private long markedNanos;

    Forwarding(BranchEvents branch, LongSupplier nanoTime) {
        this.branch = branch;
        this.nanoTime = nanoTime;
    }

    /** To be called while the cloud is there. */
    void run() {
        long now = nanoTime.getAsLong();
        if (marked && now - markedNanos < PATIENCE.toNanos()) {
            return;
        }
        if (marked) {
            branch.forward(mark);
        }
        mark = branch.mark();
        markedNanos = now;
        marked = true;
    }
}
