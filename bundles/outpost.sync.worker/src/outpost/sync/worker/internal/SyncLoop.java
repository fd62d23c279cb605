package outpost.sync.worker.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs cycles, for ever: at the interval, when something waits, when a person asks, and ever more rarely while they fail. */
final class SyncLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncLoop.class);

    /** Enrolment nudges; the limit is only there because every wait has one. */
    private static final Duration UNTIL_ENROLLED = Duration.ofHours(1);

    private final boolean startsByItself;
    private final Sessions sessions;
    private final Cycle cycle;
    private final BackOff backOff;
    private final Alarm alarm;
    private final StatusBoard status;
    private final Clock clock;
    private volatile boolean stopped;
    private int failedCycles;

    SyncLoop(
            boolean startsByItself,
            Sessions sessions,
            Cycle cycle,
            BackOff backOff,
            Alarm alarm,
            StatusBoard status,
            Clock clock) {
        this.startsByItself = startsByItself;
        this.sessions = sessions;
        this.cycle = cycle;
        this.backOff = backOff;
        this.alarm = alarm;
        this.status = status;
        this.clock = clock;
    }

    /** Lets it end before its next cycle; to end it at once, interrupt its thread too. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            if (!startsByItself) {
                alarm.awaitRequest();
            }
            while (!stopped) {
                alarm.forgetNudges();
                Duration pause = runOnce();
                alarm.pause(pause, failedCycles == 0);
            }
        } catch (InterruptedException e) {
            LOG.debug("Sync ends", e);
        }
    }

    /** Answers how long to wait before the next time. */
    private Duration runOnce() throws InterruptedException {
        Optional<Duration> wish = Optional.empty();
        failedCycles++;
        try {
            Optional<Session> session = sessions.current();
            if (session.isEmpty()) {
                failedCycles = 0;
                return UNTIL_ENROLLED;
            }
            if (cycle.run(session.get())) {
                failedCycles = 0;
                status.succeeded(clock.instant());
            } else {
                status.problem("The catalog differs from the cloud's and will be mended.");
            }
        } catch (CloudException e) {
            wish = e.retryAfter();
            LOG.debug("Cycle ends early", e);
        } catch (RuntimeException e) {
            // The thread's last resort: whatever the disk or a bug does to this cycle, the next one gets its chance.
            LOG.error("Cycle failed", e);
            status.problem("This till cannot keep its data in sync: " + e.getMessage());
        }
        return backOff.beforeCycle(failedCycles, wish);
    }
}
