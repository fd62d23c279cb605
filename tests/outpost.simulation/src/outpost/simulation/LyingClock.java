package outpost.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A machine's wall clock: wrong by any amount, too fast or too slow, and set anew now and then. */
final class LyingClock extends Clock {
    private final Timeline timeline;
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Duration offset = Duration.ZERO;

    LyingClock(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Makes it wrong by that much from now on. */
    void set(Duration newOffset) {
        offset = newOffset;
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return timeline.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        LyingClock clock = new LyingClock(timeline);
        clock.zone = other;
        clock.offset = offset;
        return clock;
    }
}
