package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import outpost.outbox.BranchTime;
import outpost.protocol.EnrolAnswer;

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
    private final Chronicle chronicle;
    private final Reporter reporter;
    private final Live live;
    private final BranchTime time;
    private volatile boolean stopped;
    private int failedCycles;

    SyncLoop(
            boolean startsByItself,
            Sessions sessions,
            Cycle cycle,
            BackOff backOff,
            Alarm alarm,
            StatusBoard status,
            Chronicle chronicle,
            Reporter reporter,
            Live live,
            BranchTime time) {
        this.startsByItself = startsByItself;
        this.sessions = sessions;
        this.cycle = cycle;
        this.backOff = backOff;
        this.alarm = alarm;
        this.status = status;
        this.chronicle = chronicle;
        this.reporter = reporter;
        this.live = live;
        this.time = time;
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
            wish = run(session.get());
        } catch (RuntimeException e) {
            // The thread's last resort: whatever the disk or a bug does to this cycle, the next one gets its chance.
            LOG.error("Cycle failed", e);
            status.problem("This till cannot keep its data in sync: " + e.getMessage());
        }
        return backOff.beforeCycle(failedCycles, wish);
    }

    /** Answers how long the cloud wants to be left alone. */
    private Optional<Duration> run(Session session) throws InterruptedException {
        name(session.terminal());
        chronicle.cycleStarts();
        try {
            if (cycle.run(session)) {
                failedCycles = 0;
                status.succeeded(time.now());
                chronicle.cycleSucceeds();
            } else {
                status.problem("The catalog differs from the cloud's and will be mended.");
                chronicle.cycleFails(failedCycles, "CATALOG_DIFFERS", "The catalog differs from the cloud's.");
            }
            session.token().ifPresent(token -> live.listen(session.root(), token));
            reporter.report(session);
            return Optional.empty();
        } catch (CloudException e) {
            LOG.atDebug().addKeyValue("errorCode", e.code()).setCause(e).log("Cycle ends early");
            chronicle.cycleFails(failedCycles, e.code(), e.getMessage());
            return e.retryAfter();
        }
    }

    /** Every line that this thread logs says whose it is. */
    private void name(EnrolAnswer terminal) {
        MDC.put("syncAttempt", Integer.toString(failedCycles));
        MDC.put("terminalId", terminal.terminalId().value());
        MDC.put("branchId", terminal.branchId().value());
    }
}
