package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final NoAnswerException NO_ANSWER = new NoAnswerException("nothing came", null);
    private static final SyncSettings AS_SHIPPED = SyncSettings.of(new FewSettings());

    private final BackOff backOff = new BackOff(AS_SHIPPED, new Random(7));

    @Test
    void withinACycleItWaitsTwoFourAndEightSecondsMoreOrLessAndThenGivesUp() {
        List<Long> nominal = List.of(2_000L, 4_000L, 8_000L);
        for (int failures = 1; failures <= nominal.size(); failures++) {
            assertAbout(
                    nominal.get(failures - 1),
                    backOff.beforeRetry(failures, NO_ANSWER).orElseThrow());
        }
        assertEquals(Optional.empty(), backOff.beforeRetry(4, NO_ANSWER));
    }

    @Test
    void goodCyclesFollowAtTheInterval() {
        assertEquals(Duration.ofSeconds(30), backOff.beforeCycle(0, Optional.empty()));
    }

    @Test
    @Tag("A-407")
    void failedCyclesComeEverMoreRarelyButNeverMoreThanFiveMinutesApart() {
        assertAbout(30_000, backOff.beforeCycle(1, Optional.empty()));
        assertAbout(60_000, backOff.beforeCycle(2, Optional.empty()));
        assertAbout(120_000, backOff.beforeCycle(3, Optional.empty()));
        IntStream.of(5, 6, 17, 1_000, Integer.MAX_VALUE).forEach(failed -> {
            Duration pause = backOff.beforeCycle(failed, Optional.empty());
            assertTrue(pause.compareTo(Duration.ofMinutes(5)) <= 0, failed + " failures: " + pause);
            assertTrue(pause.compareTo(Duration.ofMinutes(3)) >= 0, failed + " failures: " + pause);
        });
    }

    @Test
    void tillsThatFailTogetherDoNotComeBackTogether() {
        Set<Duration> pauses = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            pauses.add(backOff.beforeCycle(1, Optional.empty()));
        }
        assertTrue(pauses.size() > 50, pauses.size() + " different pauses");
    }

    @Test
    void aWishOfTheCloudIsWaitedForInFull() {
        RefusalException busy = new RefusalException(429, "", "busy", Optional.of(Duration.ofSeconds(77)));
        assertEquals(Optional.of(Duration.ofSeconds(77)), backOff.beforeRetry(1, busy));
        assertEquals(Duration.ofMinutes(20), backOff.beforeCycle(1, Optional.of(Duration.ofMinutes(20))));
    }

    @Test
    void aWishForDaysIsCutToAnHour() {
        assertEquals(Duration.ofHours(1), backOff.beforeCycle(1, Optional.of(Duration.ofDays(2))));
    }

    @Test
    void whatWillNotPassIsNotRepeated() {
        RefusalException forbidden = new RefusalException(403, "", "no", Optional.empty());
        assertEquals(Optional.empty(), backOff.beforeRetry(1, forbidden));
    }

    private static void assertAbout(long nominalMillis, Duration pause) {
        long millis = pause.toMillis();
        assertTrue(
                millis >= nominalMillis * 3 / 4 && millis <= nominalMillis * 5 / 4, millis + " for " + nominalMillis);
    }
}
