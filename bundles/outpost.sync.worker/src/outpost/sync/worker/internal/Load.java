package outpost.sync.worker.internal;

import java.time.Duration;

/**
 * How much goes into one batch: what the line carries within some seconds, by what it carried before. A batch that takes too long or fails makes the next ones
 * smaller, so that a line that dies after some kilobytes still carries everything, bit by bit; each one that goes well makes them larger again.
 */
final class Load {
    /** So long may a batch be on its way: short enough that little is lost with it, long enough that the round trip does not matter. */
    private static final Duration AIM = Duration.ofSeconds(4);
    /** Payloads of a batch, as text; JSON escapes make it grow, but not eightfold, so the decompressed limit holds. */
    private static final long MOST_BYTES = 2L * 1024 * 1024;

    private static final long LEAST_BYTES = 4 * 1024;

    /** On a line that takes longer for a batch, a second one would only make both late. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final int mostEvents;
    private boolean quick;
    private int events;
    private long bytes = MOST_BYTES;

    Load(int mostEvents) {
        this.mostEvents = mostEvents;
        events = mostEvents;
    }

    int events() {
        return events;
    }

    long bytes() {
        return bytes;
    }

    /** Whether the last batch was answered soon enough for the next one to be sent before its answer is there. */
    boolean isQuick() {
        return quick;
    }

    /** @param nanos how long it took from sending to the answer */
    void carried(long nanos, long sentBytes) {
        quick = nanos <= QUICK.toNanos();
        if (nanos <= AIM.toNanos()) {
            events = Math.min(mostEvents, events * 2);
            bytes = Math.min(MOST_BYTES, bytes * 2);
        } else {
            // At the rate of this batch, what fits into the aim; by whole thousandths, as it is a guess anyway.
            long permille = AIM.toMillis() * 1_000 / (nanos / 1_000_000);
            bytes = Math.max(LEAST_BYTES, Math.min(bytes, sentBytes * permille / 1_000));
        }
    }

    void failed() {
        quick = false;
        events = Math.max(1, events / 2);
        bytes = Math.max(LEAST_BYTES, bytes / 2);
    }
}
