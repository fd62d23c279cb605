package outpost.reconcile.ui.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import outpost.protocol.SyncRun;

/**
 * What the sync worker did in an hour.
 *
 * @param begin of the hour
 * @param sent events that the cloud took
 * @param failures cycles that did not go well
 */
record Hour(Instant begin, long sent, long failures) {
    private static final int HOURS = 24;

    /** The hour of that moment and those of the day before it, the oldest first. */
    static List<Hour> before(Instant now, List<SyncRun> runs) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        List<Hour> hours = new ArrayList<>();
        for (int back = HOURS - 1; back >= 0; back--) {
            Instant begin = current.minus(Duration.ofHours(back));
            Instant end = begin.plus(Duration.ofHours(1));
            List<SyncRun> within = runs.stream()
                    .filter(run -> !run.at().isBefore(begin) && run.at().isBefore(end))
                    .toList();
            hours.add(new Hour(
                    begin,
                    within.stream().mapToLong(SyncRun::sent).sum(),
                    within.stream().filter(run -> run.code().isPresent()).count()));
        }
        return Collections.unmodifiableList(hours);
    }
}
