package outpost.sales.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Stands still until the test moves it. */
public final class TestClock extends Clock {
    private final ZoneId zone = ZoneId.of("Europe/Berlin");
    private volatile Instant now = Instant.parse("2026-01-31T08:00:00Z");

    public void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
