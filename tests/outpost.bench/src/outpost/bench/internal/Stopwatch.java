package outpost.bench.internal;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Begins when it is made. */
final class Stopwatch {
    private static final long LIMIT_NANOS = 600_000_000_000L;
    private static final long SHORTEST_GLANCE_NANOS = 500_000;
    /** What takes seconds is looked at less often, so that looking takes nothing away from it. */
    private static final long GLANCES_PER_WAIT = 500;

    private static final double NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanoTime;
    private final long begun;

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
    }

    long nanos() {
        return nanoTime.getAsLong() - begun;
    }

    double millis() {
        return nanos() / NANOS_PER_MILLI;
    }

    /** @throws IllegalStateException if it has not come about ten minutes after this was made */
    void await(String what, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (nanos() > LIMIT_NANOS) {
                throw new IllegalStateException(what + " did not come about");
            }
            LockSupport.parkNanos(Math.max(SHORTEST_GLANCE_NANOS, nanos() / GLANCES_PER_WAIT));
        }
    }
}
