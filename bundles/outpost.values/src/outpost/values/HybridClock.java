package outpost.values;

import java.time.Clock;
import java.util.Objects;

/** Gives out {@link HlcStamp}s that always rise, even when the wall clock jumps back. Thread-safe. */
public final class HybridClock {
    private final Clock wall;
    private HlcStamp last;

    /**
     * @param wall the machine's clock
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
}
