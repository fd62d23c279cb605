package outpost.sync.worker.internal;

import java.time.Duration;
import outpost.sync.worker.internal.SimulatedWorker.Waiting;

/** An {@link Alarm} on simulated time, where only one thread runs at any moment. */
final class SimulatedAlarm implements Alarm {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Waiting waiting;
    private boolean requested;
    private boolean nudged;

    SimulatedAlarm(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public void request() {
        requested = true;
        waiting.wake();
    }

    @Override
    public void nudge() {
        nudged = true;
        waiting.wake();
    }

    @Override
    public void forgetNudges() {
        nudged = false;
    }

    @Override
    public void awaitRequest() {
        pause(FOR_EVER, false);
    }

    @Override
    public void pause(Duration time, boolean heedNudges) {
        long left = time.toNanos();
        while (!requested && !(heedNudges && nudged) && left > 0) {
            left -= waiting.sleep(Duration.ofNanos(left)).toNanos();
        }
        requested = false;
    }
}
