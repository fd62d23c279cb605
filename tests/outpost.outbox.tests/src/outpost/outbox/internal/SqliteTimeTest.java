package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchTime;
import outpost.outbox.BranchTime.Source;
import outpost.values.HlcStamp;

class SqliteTimeTest {
    private static final Instant TRUTH = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    @TempDir
    Path folder;

    private final HandClock wall = new HandClock(TRUTH);
    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void withoutAMeasurementTheMachineIsBelieved() {
        BranchTime time = time();

        assertEquals(Optional.empty(), time.offset());
        assertEquals(TRUTH, time.now());
        assertEquals(TRUTH.toEpochMilli(), time.next().millis());
    }

    @Test
    void whatTheCloudSaysIsAddedAndKeptAcrossAStart() {
        wall.now = TRUTH.minus(YEAR);
        time().measured(YEAR, Source.CLOUD);
        till.restart();

        assertEquals(Optional.of(YEAR), time().offset());
        assertEquals(TRUTH, time().now());
    }

    @Test
    @Tag("A-416")
    void turningTheMachinesClockWhileItRunsChangesNothing() {
        BranchTime time = time();
        HlcStamp before = time.next();
        wall.pass(Duration.ofMinutes(1));
        wall.now = wall.now.plus(YEAR);
        assertEquals(TRUTH.plusSeconds(60), time.now());
        wall.now = wall.now.minus(YEAR).minus(YEAR);

        assertEquals(TRUTH.plusSeconds(60), time.now());
        assertEquals(before.millis() + 60_000, time.next().millis());
    }

    @Test
    void stampsRiseWhateverIsMeasured() {
        BranchTime time = time();
        HlcStamp first = time.next();
        time.measured(YEAR.negated(), Source.CLOUD);

        HlcStamp second = time.next();

        assertTrue(second.compareTo(first) > 0);
        assertEquals(first.millis(), second.millis());
    }

    @Test
    void aLaneIsBelievedOnlyUntilTheCloudIsHeard() {
        BranchTime time = time();
        time.measured(Duration.ofMinutes(3), Source.LANE);
        assertEquals(TRUTH.plusSeconds(180), time.now());
        time.measured(Duration.ofMinutes(2), Source.CLOUD);
        time.measured(Duration.ofMinutes(9), Source.LANE);

        assertEquals(Optional.of(Duration.ofMinutes(2)), time.offset());
        assertEquals(Optional.of(Duration.ofMinutes(2)), time().offset(), "and after a start neither");
    }

    @Test
    @Tag("A-416")
    void aStampBeyondTheDriftBoundIsNoReadingOfTime() {
        BranchTime time = time();
        HlcStamp near = new HlcStamp(TRUTH.toEpochMilli() + 300_000, 9);

        assertFalse(time.receive(new HlcStamp(TRUTH.toEpochMilli() + 300_001, 0)));
        assertEquals(TRUTH.toEpochMilli(), time.next().millis());
        assertTrue(time.receive(near));
        assertEquals(new HlcStamp(near.millis(), 10), time.next());
    }

    private BranchTime time() {
        till.terminal();
        return new SqliteTime(till.store(), wall, wall::nanos);
    }

    /** A machine's clock that somebody turns, and its counter that nobody can. */
    private static final class HandClock extends Clock {
        private Instant now;
        private long nanos;

        HandClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }

        long nanos() {
            return nanos;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
