package outpost.sync.worker.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchTime;

/** Sets corrected time by the cloud's clock at each greeting, and tells when this machine's clock is off. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration TOLERATED = Duration.ofMinutes(2);
    /** A measurement is no better than this, whatever the line. */
    private static final Duration NOISE = Duration.ofMillis(250);
    /** An answer that took longer says little of the time. */
    private static final Duration SLOWEST = Duration.ofSeconds(5);

    private final BranchTime time;
    private final Clock wall;
    private final LongSupplier nanoTime;
    private final StatusBoard status;

    Watch(BranchTime time, Clock wall, LongSupplier nanoTime, StatusBoard status) {
        this.time = time;
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.status = status;
    }

    /**
     * The cloud has said its time.
     *
     * @param askedNanos when the question was sent
     */
    void heard(long cloudMillis, long askedNanos) {
        Duration way = Duration.ofNanos(nanoTime.getAsLong() - askedNanos);
        if (way.compareTo(SLOWEST) > 0) {
            return;
        }
        long truth = cloudMillis + way.toMillis() / 2;
        Duration offset = Duration.ofMillis(truth - wall.millis());
        Duration bound = NOISE.plus(way);
        boolean known =
                time.offset().filter(before -> isNear(before, offset, bound)).isPresent();
        boolean right = isNear(Duration.ofMillis(time.now().toEpochMilli()), Duration.ofMillis(truth), bound);
        if (!known || !right) {
            time.measured(offset, BranchTime.Source.CLOUD);
        }
        tell(offset);
    }

    private void tell(Duration offset) {
        Optional<Duration> off = Optional.of(offset).filter(by -> by.abs().compareTo(TOLERATED) > 0);
        if (off.isPresent() && status.current().clockOff().isEmpty()) {
            LOG.warn("This machine's clock is off by {} s", offset.toSeconds());
        }
        status.clock(off);
    }

    private static boolean isNear(Duration one, Duration other, Duration bound) {
        return one.minus(other).abs().compareTo(bound) <= 0;
    }
}
