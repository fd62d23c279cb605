package outpost.sync.worker.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Backlog;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.protocol.InstalledProgram;
import outpost.protocol.Limits;
import outpost.protocol.Sink;
import outpost.protocol.TillReport;
import outpost.values.PosId;

/** Tells the cloud how this till sees itself: every half minute, and at once when something needs a person. What it says is never worth a failed cycle. */
final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final Outbox outbox;
    private final Sink sink;
    private final BranchTime time;
    private final LogBook book;
    private final StatusBoard status;
    private final Path folder;
    private final String version;
    private final LongSupplier nanoTime;
    private volatile Optional<InstalledProgram> program = Optional.empty();
    private Optional<Sent> last = Optional.empty();
    private boolean unwanted;

    Reporter(
            Outbox outbox,
            Sink sink,
            BranchTime time,
            LogBook book,
            StatusBoard status,
            Path folder,
            String version,
            LongSupplier nanoTime) {
        this.outbox = outbox;
        this.sink = sink;
        this.time = time;
        this.book = book;
        this.status = status;
        this.folder = folder;
        this.version = version;
        this.nanoTime = nanoTime;
    }

    /** Says what the till consists of, from now on. */
    void describe(Optional<InstalledProgram> installed) {
        program = installed;
    }

    void report(Session session) throws InterruptedException {
        Backlog backlog = outbox.backlog();
        Optional<String> problem = status.current().problem().map(Reporter::shortened);
        if (unwanted || !isDue(backlog.parked(), problem)) {
            return;
        }
        try {
            TillReport report = report(backlog, problem);
            session.call((cloud, token) -> cloud.report(token, report));
            last = Optional.of(new Sent(nanoTime.getAsLong(), backlog.parked(), problem));
        } catch (CloudException trouble) {
            unwanted = trouble instanceof RefusalException refusal && refusal.status() == NOT_FOUND;
            LOG.debug("The cloud did not take the report", trouble);
        }
    }

    private boolean isDue(long parked, Optional<String> problem) {
        return last.filter(sent -> nanoTime.getAsLong() - sent.nanos() < INTERVAL.toNanos()
                        && sent.parked() == parked
                        && sent.problem().equals(problem))
                .isEmpty();
    }

    private TillReport report(Backlog backlog, Optional<String> problem) {
        PosId posId = outbox.posIds().get(outbox.posIds().size() - 1);
        return new TillReport(
                posId,
                version,
                backlog.waiting(),
                backlog.oldestWaiting().map(Instant::toEpochMilli),
                backlog.parked(),
                backlog.peerAcknowledged(),
                backlog.forwarded(),
                book.cycles(true),
                book.cycles(false),
                book.averageMillis(),
                book.lastSuccess().map(Instant::toEpochMilli),
                time.offset().map(Duration::toMillis),
                sink.position().state(),
                problem,
                book.counters(),
                folder.toFile().getUsableSpace(),
                program.flatMap(InstalledProgram::release),
                program.flatMap(InstalledProgram::problem).map(Reporter::shortened));
    }

    private static String shortened(String problem) {
        return problem.substring(0, Math.min(problem.length(), Limits.NOTE_CHARS));
    }

    private record Sent(long nanos, long parked, Optional<String> problem) {}
}
