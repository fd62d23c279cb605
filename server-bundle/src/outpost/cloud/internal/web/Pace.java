package outpost.cloud.internal.web;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import outpost.cloud.internal.RefusedException;

/** How slowly a body may come: whoever drips it holds a thread that others need. */
final class Pace {
    private static final long GRACE_SECONDS = 10;
    private static final long LEAST_BYTES_PER_SECOND = 500;

    private final LongSupplier nanoTime;
    private final long beganNanos;

    /** @param nanoTime a clock that only goes forward */
    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
    }

    /** Whether that many bytes since the beginning are too few. */
    boolean isTooSlow(long bytes) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - beganNanos);
        return seconds > GRACE_SECONDS && bytes < (seconds - GRACE_SECONDS) * LEAST_BYTES_PER_SECOND;
    }

    /** @throws RefusedException if they are too few */
    void require(long bytes) {
        if (isTooSlow(bytes)) {
            throw RefusedException.tooSlow();
        }
    }
}
