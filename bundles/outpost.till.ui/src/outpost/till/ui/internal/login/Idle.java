package outpost.till.ui.internal.login;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How long nobody has touched the till. */
final class Idle {
    private final LongSupplier nanos;
    private long touchedAt;

    /** @param nanos a clock that only goes forward */
    Idle(LongSupplier nanos) {
        this.nanos = nanos;
        touchedAt = nanos.getAsLong();
    }

    void touch() {
        touchedAt = nanos.getAsLong();
    }

    /** @param most after so long the till locks; empty: never */
    boolean isOver(Optional<Duration> most) {
        long idle = nanos.getAsLong() - touchedAt;
        return most.filter(limit -> idle >= limit.toNanos()).isPresent();
    }
}
