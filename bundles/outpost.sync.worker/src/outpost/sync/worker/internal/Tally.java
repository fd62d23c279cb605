package outpost.sync.worker.internal;

import java.util.EnumMap;
import java.util.Map;

/** What was done since it was last asked for. Only the worker's thread touches it. */
final class Tally {
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    void add(Count count, long number) {
        if (number != 0) {
            counts.merge(count, number, Long::sum);
        }
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** What was counted; from now on it counts from zero. */
    Map<Count, Long> take() {
        Map<Count, Long> taken = new EnumMap<>(Count.class);
        taken.putAll(counts);
        counts.clear();
        return taken;
    }

    /** What is counted; the names stand in the table {@code sync_counters}. */
    enum Count {
        /** Good cycles. */
        CYCLES,
        FAILED_CYCLES,
        /** Events that the cloud has taken, forwarded ones included. */
        SENT,
        /** Own ones among them. */
        SYNCED_EVENTS,
        REFUSED_EVENTS,
        RESENT_EVENTS,
        /** Rows of the catalog. */
        RECEIVED,
        DELTA_SYNC_RUNS,
        SNAPSHOT_RUNS,
        RECONCILE_RUNS
    }
}
