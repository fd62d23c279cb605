package outpost.protocol;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a till knows of its connection at this moment.
 *
 * @param done and {@code total}: rows or events of the running activity, for a progress bar; total 0 where it is not known
 * @param lastSuccess end of the last cycle that reached the cloud and left nothing undone
 * @param problem the last trouble in a sentence, until a cycle succeeds
 * @param clockOff what must be added to this machine's clock, where that is more than a clock may be off
 */
public record SyncStatus(
        Line line,
        Activity activity,
        long done,
        long total,
        Optional<Instant> lastSuccess,
        Optional<String> problem,
        Optional<Duration> clockOff) {
    public enum Line {
        /** No cycle has ended yet. */
        UNKNOWN,
        ONLINE,
        OFFLINE,
        /** The cloud answers, but refuses this terminal: a person must act. */
        REFUSED
    }

    public enum Activity {
        IDLE,
        SNAPSHOT,
        PULLING,
        PUSHING
    }

    public SyncStatus {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(activity, "activity");
        Objects.requireNonNull(lastSuccess, "lastSuccess");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(clockOff, "clockOff");
    }
}
