package outpost.protocol;

import java.util.Objects;
import java.util.Optional;
import outpost.values.PosId;

/**
 * How a till sees itself, for who watches over many: the body of {@code POST sync/report}. The cloud keeps the last one of each terminal, by which
 * {@code GET sync/metrics} answers. Times are milliseconds since 1970-01-01 UTC in corrected time.
 *
 * @param version of the till's program
 * @param waiting own events that the cloud does not have yet
 * @param oldestWaitingAtMillis when the oldest of them was written
 * @param parked own events that need a person
 * @param peerAcked how many of the waiting ones are on another lane's disk too
 * @param forwarding neighbours' events that wait to be brought by this till
 * @param cycles sync cycles that ended well, since the data folder began
 * @param failedCycles those that did not
 * @param averageMillis how long a cycle takes, on the average of the last ones
 * @param lastSuccessMillis end of the last cycle that left nothing undone
 * @param clockOffsetMillis what must be added to the machine's clock to make it right
 * @param catalog cursor, count and digest of the till's copy
 * @param problem the last trouble in a sentence, until a cycle succeeds
 * @param counters of the same time as {@code cycles}
 * @param diskFreeBytes of the disk that holds the till's data
 * @param release what its last update installed, as a title; absent for a till as it was first installed
 * @param updateProblem why an update was not taken, or went back by itself
 */
public record TillReport(
        PosId posId,
        String version,
        long waiting,
        Optional<Long> oldestWaitingAtMillis,
        long parked,
        long peerAcked,
        long forwarding,
        long cycles,
        long failedCycles,
        long averageMillis,
        Optional<Long> lastSuccessMillis,
        Optional<Long> clockOffsetMillis,
        CatalogState catalog,
        Optional<String> problem,
        SyncCounters counters,
        long diskFreeBytes,
        Optional<String> release,
        Optional<String> updateProblem) {
    public TillReport {
        Objects.requireNonNull(posId, "posId");
        Limits.requireText("version", version, 1, Limits.NAME_CHARS);
        Objects.requireNonNull(oldestWaitingAtMillis, "oldestWaitingAtMillis");
        Objects.requireNonNull(lastSuccessMillis, "lastSuccessMillis");
        Objects.requireNonNull(clockOffsetMillis, "clockOffsetMillis");
        Objects.requireNonNull(catalog, "catalog");
        Limits.requireText("problem", problem, 1, Limits.NOTE_CHARS);
        Objects.requireNonNull(counters, "counters");
        Limits.requireText("release", release, 1, Limits.NAME_CHARS);
        Limits.requireText("updateProblem", updateProblem, 1, Limits.NOTE_CHARS);
    }
}
