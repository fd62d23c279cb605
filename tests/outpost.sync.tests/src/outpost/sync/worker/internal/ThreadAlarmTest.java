package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Await;

class ThreadAlarmTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final Alarm alarm = new ThreadAlarm();

    @Test
    void aRequestThatCameBeforeThePauseEndsIt() {
        alarm.request();
        assertEndsEarly(false);
    }

    @Test
    void aNudgeEndsOnlyAPauseThatHeedsIt() throws InterruptedException {
        alarm.nudge();
        assertTrue(pausedNanos(SHORT, false) >= SHORT.toNanos());
        assertEndsEarly(true);
    }

    @Test
    void aForgottenNudgeEndsNothing() throws InterruptedException {
        alarm.nudge();
        alarm.forgetNudges();
        assertTrue(pausedNanos(SHORT, true) >= SHORT.toNanos());
    }

    @Test
    void aRequestEndsOnePauseOnly() throws InterruptedException {
        alarm.request();
        assertFalse(pausedNanos(LONG, false) > SHORT.toNanos() * 100);
        assertTrue(pausedNanos(SHORT, false) >= SHORT.toNanos());
    }

    @Test
    void aPauseIsEndedFromAnotherThread() throws InterruptedException {
        Thread waiting = new Thread(() -> assertEndsEarly(true));
        waiting.start();
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        alarm.nudge();
        waiting.join(10_000);
        assertFalse(waiting.isAlive());
    }

    private void assertEndsEarly(boolean heedNudges) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> alarm.pause(LONG, heedNudges));
    }

    private long pausedNanos(Duration time, boolean heedNudges) throws InterruptedException {
        long start = System.nanoTime();
        alarm.pause(time, heedNudges);
        return System.nanoTime() - start;
    }
}
