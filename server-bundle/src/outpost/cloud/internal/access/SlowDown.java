package outpost.cloud.internal.access;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import outpost.cloud.internal.RefusedException;

/**
 * Makes guessing slow: after some failures in a row each further attempt has to wait, twice as long each time, up to a minute. It counts what this node has
 * seen, of names that exist and of names that do not alike, so that its answer tells nothing about them.
 */
final class SlowDown {
    private static final int MOST_KEYS = 10_000;
    private static final long FIRST_WAIT_MILLIS = 1_000;
    private static final long LONGEST_WAIT_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 6;
    private static final long FORGOTTEN_AFTER_MILLIS = 3_600_000;

    private final int free;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param free failures in a row that cost nothing */
    SlowDown(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    private record Failures(int count, long lastMillis) {
        static final Failures NONE = new Failures(0, 0);
    }

    /**
     * Begins an attempt, which counts as failed until {@link #succeeded} says otherwise: many at once are no way around the wait.
     *
     * @throws RefusedException if it comes too early; then it is none
     */
    synchronized void attempt(String key) {
        long now = clock.millis();
        Failures before = failures.getOrDefault(key, Failures.NONE);
        long passed = Math.max(0, now - before.lastMillis());
        if (passed >= FORGOTTEN_AFTER_MILLIS) {
            before = Failures.NONE;
        }
        long wait = waitMillis(before.count()) - passed;
        if (wait > 0) {
            long seconds = (wait + 999) / 1_000;
            throw RefusedException.tooOften(
                    seconds, "Too many sign-ins have failed; try again in " + seconds + " seconds");
        }
        failures.put(key, new Failures(before.count() + 1, now));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    /** Takes back one failure that was none, and leaves those before it. */
    synchronized void forgiven(String key) {
        failures.computeIfPresent(
                key, (k, known) -> known.count() <= 1 ? null : new Failures(known.count() - 1, known.lastMillis()));
    }

    private long waitMillis(int count) {
        return count < free
                ? 0
                : Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(MOST_DOUBLINGS, count - free));
    }
}
