package outpost.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened in one seed, in order; printed where the seed fails. */
final class Trace {
    private final Timeline timeline;
    private final List<Line> lines = new ArrayList<>();

    Trace(Timeline timeline) {
        this.timeline = timeline;
    }

    void note(String who, String what) {
        lines.add(new Line(timeline.nowNanos(), who, what));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Made into words only where somebody reads it. */
    record Line(long nanos, String who, String what) {
        @Override
        public String toString() {
            return String.format("%9.3f %-8s %s", nanos / 1e9, who, what);
        }
    }
}
