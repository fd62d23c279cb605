package outpost.values;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Gives out {@link HlcStamp}s that always rise, even when the wall clock jumps back, and that are later than every stamp received before. Thread-safe.
 *
 * <p>Source: Kulkarni, Demirbas et al., "Logical Physical Clocks" (OPODIS 2014); the drift bound is its remark on clocks that are simply wrong.
 */
public final class HybridClock {
    /** So far ahead of this node's time may another's stamp be; what is further ahead comes from a clock that is wrong. */
    public static final Duration DRIFT_BOUND = Duration.ofMinutes(5);

    private final Clock wall;
    private HlcStamp last;

    /**
     * @param wall this node's best knowledge of the time
     * @param last the last stamp known to this node, so that a restart does not go back either
     */
    public HybridClock(Clock wall, HlcStamp last) {
        this.wall = Objects.requireNonNull(wall, "wall");
        this.last = Objects.requireNonNull(last, "last");
    }

    /** A stamp later than every one before it. */
    public synchronized HlcStamp next() {
        long now = Math.max(0, wall.millis());
        if (now > last.millis()) {
            last = new HlcStamp(now, 0);
        } else if (last.counter() < HlcStamp.MAX_COUNTER) {
            last = new HlcStamp(last.millis(), last.counter() + 1);
        } else {
            last = new HlcStamp(last.millis() + 1, 0);
        }
        return last;
    }

    /**
     * Takes in a stamp of another node: {@link #next()} will be later.
     *
     * @return false if it is further ahead than {@link #DRIFT_BOUND}; this clock then stays as it was
     */
    public synchronized boolean receive(HlcStamp stamp) {
        if (stamp.millis() - Math.max(0, wall.millis()) > DRIFT_BOUND.toMillis()) {
            return false;
        }
        if (stamp.compareTo(last) > 0) {
            last = stamp;
        }
        return true;
    }
}
