package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait after trouble: doubled each time, within a bound, and moved by up to a quarter at random, so that the tills of a branch do not all come
 * back in the same second. A wish of the cloud's ({@code Retry-After}) is waited for in full, up to an hour.
 */
final class BackOff {
    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 16;

    private final SyncSettings settings;
    private final RandomGenerator random;

    BackOff(SyncSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /**
     * The pause before a failed call is repeated within its cycle.
     *
     * @param failures how often it failed in a row, from 1
     * @return empty if it should not be repeated in this cycle
     */
    Optional<Duration> beforeRetry(int failures, CloudException trouble) {
        if (!trouble.isPassing() || failures > settings.retries()) {
            return Optional.empty();
        }
        return Optional.of(atLeast(trouble.retryAfter(), grown(settings.backOff(), failures - 1)));
    }

    /**
     * The pause before the next cycle.
     *
     * @param failedCycles how many cycles failed in a row
     * @param wish the cloud's, from the last trouble
     */
    Duration beforeCycle(int failedCycles, Optional<Duration> wish) {
        return failedCycles == 0 ? settings.interval() : atLeast(wish, grown(settings.interval(), failedCycles - 1));
    }

    private Duration grown(Duration base, int doublings) {
        long millis = base.toMillis() << Math.min(doublings, MOST_DOUBLINGS);
        long quarter = millis / 4;
        long moved = quarter == 0 ? millis : random.nextLong(millis - quarter, millis + quarter + 1);
        return Duration.ofMillis(Math.min(moved, settings.longestPause().toMillis()));
    }

    private static Duration atLeast(Optional<Duration> wish, Duration pause) {
        return wish.map(wished -> wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished)
                .filter(wished -> wished.compareTo(pause) > 0)
                .orElse(pause);
    }
}
