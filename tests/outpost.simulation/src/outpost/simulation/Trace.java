package outpost.simulation;

import java.util.ArrayList;
import java.util.List;

/** What happened in one seed, in order; printed where the seed fails. */
final class Trace {
    private final Timeline timeline;
    private final List<String> lines = new ArrayList<>();

    Trace(Timeline timeline) {
        this.timeline = timeline;
    }

    void note(String who, String what) {
        lines.add(String.format("%9.3f %-8s %s", timeline.nowNanos() / 1e9, who, what));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
