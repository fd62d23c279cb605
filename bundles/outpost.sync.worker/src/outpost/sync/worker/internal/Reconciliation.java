package outpost.sync.worker.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.SyncRun;
import outpost.protocol.reconcile.Comparison;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Replica;
import outpost.protocol.reconcile.RowChange.Kind;

/** Compares this till's catalog with the cloud's, row by row, and mends what differs: at once, or when a person who asked for it has agreed. */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Replica replica;
    private final Retries retries;
    private final ReconcileDesk desk;
    private final Duration interval;
    private final InstantSource time;
    private final Tally tally;
    private final Chronicle chronicle;
    private Optional<Instant> verifiedAt = Optional.empty();
    private boolean verifiedAtRead;

    /** @param interval between two comparisons that nobody asks for; zero for none */
    Reconciliation(
            Replica replica,
            Retries retries,
            ReconcileDesk desk,
            Duration interval,
            InstantSource time,
            Tally tally,
            Chronicle chronicle) {
        this.replica = replica;
        this.retries = retries;
        this.desk = desk;
        this.interval = interval;
        this.time = time;
        this.tally = tally;
        this.chronicle = chronicle;
    }

    /** How a run ended. */
    enum Result {
        /** What was found to differ is mended; the next deltas prove it. */
        MENDED,
        /** A person is to look at it first. */
        PLANNED,
        /** Only a snapshot helps, or is wanted. */
        HOPELESS
    }

    /** Whether somebody asks for it, or the time has come. */
    boolean isDue() {
        return desk.isAsked() || isTime();
    }

    /**
     * Reads all rows again, compares them, and mends what differs.
     *
     * @throws CloudException if the cloud cannot be asked now; what a person wants still stands
     */
    Result run(Session session) throws CloudException, InterruptedException {
        if (desk.isPlanWaiting(time.instant())) {
            return Result.PLANNED;
        }
        boolean ended = false;
        try {
            Optional<ReconcilePlan> plan = desk.agreed();
            if (plan.isEmpty() && !desk.isRebuildAsked()) {
                plan = plan(session);
            }
            Result result = plan.map(this::mendOrShow).orElse(Result.HOPELESS);
            if (result == Result.HOPELESS) {
                desk.ended(Outcome.FETCHED_ANEW);
            }
            ended = true;
            return result;
        } finally {
            if (!ended) {
                desk.interrupted();
            }
        }
    }

    /** The catalog is proven equal: by its rows after a run, otherwise by what is noted of them. */
    void proven(boolean byRows) {
        if (byRows || verifiedAt().isEmpty()) {
            Instant now = time.instant();
            replica.verified(now);
            remember(now);
        }
    }

    /** A clock that was put back must not keep it away for years. */
    private boolean isTime() {
        return !interval.isZero()
                && verifiedAt()
                        .filter(last ->
                                Duration.between(last, time.instant()).abs().compareTo(interval) >= 0)
                        .isPresent();
    }

    /** Read once, and remembered: it is asked for in each cycle. */
    private Optional<Instant> verifiedAt() {
        if (!verifiedAtRead) {
            verifiedAtRead = true;
            replica.verifiedAt().ifPresent(this::remember);
        }
        return verifiedAt;
    }

    private void remember(Instant when) {
        verifiedAt = Optional.of(when);
        desk.verified(when);
    }

    /** Empty where so much differs that a snapshot is better. */
    private Optional<ReconcilePlan> plan(Session session) throws CloudException, InterruptedException {
        long rows = replica.state().count();
        desk.show(Phase.CHECKING, 0, rows);
        long damaged = replica.check(done -> desk.show(Phase.CHECKING, done, rows));
        desk.show(Phase.COMPARING, 0, rows);
        Comparison comparison = new Comparison(replica);
        try {
            for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
                comparison.take(ask(session, next.get()));
                desk.show(Phase.COMPARING, comparison.found(), rows);
            }
        } catch (MalformedMessageException e) {
            LOG.warn("A snapshot follows: {}", e.getMessage());
            return Optional.empty();
        } catch (RefusalException refusal) {
            if (refusal.isPassing() || refusal.isAboutTerminal()) {
                throw refusal;
            }
            LOG.warn("The cloud does not compare catalogs with this till, a snapshot follows: {}", refusal.code());
            return Optional.empty();
        }
        if (comparison.tooMany()) {
            LOG.warn("Of {} rows so many differ from the cloud's that a snapshot follows", rows);
            return Optional.empty();
        }
        ReconcilePlan plan = comparison.plan();
        tally.add(Tally.Count.RECONCILE_RUNS, 1);
        String sentence = String.format(
                Locale.ROOT,
                "Compared %d rows in %d exchanges: %d damaged, %d to add, %d to replace, %d to remove",
                rows,
                comparison.exchanges(),
                damaged,
                plan.count(Kind.ADD),
                plan.count(Kind.REPLACE),
                plan.count(Kind.REMOVE));
        LOG.info(sentence);
        chronicle.note(SyncRun.Kind.RECONCILE, sentence);
        return Optional.of(plan.keeping(replica.edited(plan.changes())));
    }

    private ReconcileAnswer ask(Session session, ReconcileRequest request) throws CloudException, InterruptedException {
        return retries.call(() -> session.call((cloud, token) -> cloud.reconcile(token, request)));
    }

    private Result mendOrShow(ReconcilePlan plan) {
        return desk.isToBeShown(plan, time.instant()) ? Result.PLANNED : mend(plan);
    }

    private Result mend(ReconcilePlan plan) {
        desk.show(Phase.APPLYING, 0, plan.changes().size());
        replica.apply(plan);
        desk.ended(plan.changes().isEmpty() ? Outcome.EQUAL : Outcome.MENDED);
        return Result.MENDED;
    }
}
