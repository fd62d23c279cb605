package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HybridClockTest {
    @Test
    void followsTheWallClock() {
        HandClock wall = new HandClock(1_000);
        HybridClock clock = new HybridClock(wall, new HlcStamp(0, 0));

        assertEquals(new HlcStamp(1_000, 0), clock.next());
        assertEquals(new HlcStamp(1_000, 1), clock.next());
        wall.millis = 1_001;
        assertEquals(new HlcStamp(1_001, 0), clock.next());
    }

    @Test
    @Tag("A-416")
    void neverGoesBackWithTheWallClock() {
        HandClock wall = new HandClock(5_000);
        HybridClock clock = new HybridClock(wall, new HlcStamp(0, 0));
        HlcStamp before = clock.next();
        wall.millis = -3_600_000;

        assertEquals(new HlcStamp(5_000, 1), clock.next());
        assertTrue(clock.next().compareTo(before) > 0);
    }

    @Test
    void goesOnAfterTheLastStampOfAnEarlierRun() {
        HybridClock clock = new HybridClock(new HandClock(1), new HlcStamp(9_000, 7));

        assertEquals(new HlcStamp(9_000, 8), clock.next());
    }

    @Test
    void aFullCounterBorrowsTheNextMillisecond() {
        HybridClock clock = new HybridClock(new HandClock(1_000), new HlcStamp(1_000, HlcStamp.MAX_COUNTER));

        assertEquals(new HlcStamp(1_001, 0), clock.next());
    }

    @Test
    void theTextSortsAsTheStampDoesAndReadsBack() {
        HlcStamp early = new HlcStamp(255, HlcStamp.MAX_COUNTER);
        HlcStamp late = new HlcStamp(256, 0);

        assertTrue(early.toString().compareTo(late.toString()) < 0);
        assertTrue(early.compareTo(late) < 0);
        assertEquals(early, HlcStamp.parse(early.toString()));
        assertEquals("0000000000ffffff", early.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "00000000000000000", "zzzzzzzzzzzzzzzz", "ffffffffffffffff"})
    void refusesTextThatIsNoStamp(String text) {
        assertThrows(IllegalArgumentException.class, () -> HlcStamp.parse(text));
    }

    /** A clock that is set by hand. */
    private static final class HandClock extends Clock {
        private long millis;

        HandClock(long millis) {
            this.millis = millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
