package outpost.sync.worker.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.SyncStatus;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;

/** What the worker knows at this moment. The worker's thread writes it, any thread reads it. */
final class StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private volatile SyncStatus current;

    /** @param lastSuccess of an earlier run of the program */
    StatusBoard(Optional<Instant> lastSuccess) {
        current = new SyncStatus(Line.UNKNOWN, Activity.IDLE, 0, 0, lastSuccess, Optional.empty(), Optional.empty());
    }

    SyncStatus current() {
        return current;
    }

    void answered() {
        line(Line.ONLINE, current.problem());
    }

    void trouble(CloudException trouble) {
        line(lineAfter(trouble), Optional.of(trouble.getMessage()));
    }

    /** Trouble of this machine's own, or of the data: it says nothing of the line. */
    void problem(String sentence) {
        line(current.line(), Optional.of(sentence));
    }

    void activity(Activity activity, long done, long total) {
        SyncStatus was = current;
        current = new SyncStatus(was.line(), activity, done, total, was.lastSuccess(), was.problem(), was.clockOff());
    }

    void succeeded(Instant when) {
        SyncStatus was = current;
        current = new SyncStatus(was.line(), Activity.IDLE, 0, 0, Optional.of(when), Optional.empty(), was.clockOff());
    }

    /** @param off what must be added to this machine's clock, where that is too much */
    void clock(Optional<Duration> off) {
        SyncStatus was = current;
        current = new SyncStatus(
                was.line(), was.activity(), was.done(), was.total(), was.lastSuccess(), was.problem(), off);
    }

    private static Line lineAfter(CloudException trouble) {
        if (trouble instanceof RefusalException refusal) {
            return refusal.isAboutTerminal() ? Line.REFUSED : Line.ONLINE;
        }
        return Line.OFFLINE;
    }

    private void line(Line line, Optional<String> problem) {
        SyncStatus was = current;
        current = new SyncStatus(
                line, was.activity(), was.done(), was.total(), was.lastSuccess(), problem, was.clockOff());
        if (was.line() != line) {
            LOG.info("Cloud: {} {}", line, problem.orElse(""));
        }
    }
}
