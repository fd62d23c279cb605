package outpost.till.ui.internal.login;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

    private final AtomicLong nanos = new AtomicLong(-5);
    private final Idle idle = new Idle(nanos::get);

    @Test
    void itIsOverOnceNobodyTouchedTheTillForThatLong() {
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertFalse(idle.isOver(MINUTE));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(idle.isOver(MINUTE));
    }

    @Test
    void aTouchBeginsAnew() {
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        idle.touch();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertFalse(idle.isOver(MINUTE));
    }

    @Test
    void withoutALimitTheTillStaysOpen() {
        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertFalse(idle.isOver(Optional.empty()));
    }
}
