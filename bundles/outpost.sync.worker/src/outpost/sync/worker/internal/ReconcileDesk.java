package outpost.sync.worker.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;

/** Where a person's wishes and the worker's thread meet: who asks is never kept waiting, and the worker takes a wish up when it comes to it. */
final class ReconcileDesk implements Reconciler {
    /** So long a plan waits for a person; then what differs is mended without one. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Runnable wake;
    private boolean asked;
    private boolean agreed;
    private boolean rebuild;
    private Optional<Instant> plannedAt = Optional.empty();
    private ReconcileStatus status =
            new ReconcileStatus(Phase.IDLE, 0, 0, Optional.empty(), Optional.empty(), Optional.empty());

    /** @param wake ends the worker's pause */
    ReconcileDesk(Runnable wake) {
        this.wake = wake;
    }

    @Override
    public synchronized ReconcileStatus comparison() {
        return status;
    }

    @Override
    public void verify() {
        synchronized (this) {
            if (isRunning()) {
                return;
            }
            asked = true;
            agreed = false;
            rebuild = false;
            set(Phase.WAITING, 0, 0, Optional.empty());
        }
        wake.run();
    }

    @Override
    public void applyPlan() {
        synchronized (this) {
            if (status.phase() != Phase.PLANNED) {
                return;
            }
            agreed = true;
        }
        wake.run();
    }

    @Override
    public void rebuild() {
        synchronized (this) {
            if (isRunning()) {
                return;
            }
            rebuild = true;
            asked = true;
            agreed = false;
            set(Phase.WAITING, 0, 0, Optional.empty());
        }
        wake.run();
    }

    /** Whether a person wants the whole catalog anew. */
    synchronized boolean isRebuildAsked() {
        return rebuild;
    }

    /** Whether a person wants a comparison, or has agreed to a plan. */
    synchronized boolean isAsked() {
        return agreed || (asked && status.phase() != Phase.PLANNED);
    }

    /** Whether a plan lies before a person who has not yet decided. */
    synchronized boolean isPlanWaiting(Instant now) {
        if (status.phase() == Phase.PLANNED && !agreed && isOverdue(now)) {
            asked = false;
            set(Phase.IDLE, 0, 0, Optional.empty());
        }
        return status.phase() == Phase.PLANNED && !agreed;
    }

    /** The plan that a person has agreed to. */
    synchronized Optional<ReconcilePlan> agreed() {
        return agreed ? status.plan() : Optional.empty();
    }

    /** Lays the plan before the person who asked for the comparison; false if nobody did, or there is nothing to look at. */
    synchronized boolean isToBeShown(ReconcilePlan plan, Instant now) {
        if (!asked || agreed || plan.changes().isEmpty()) {
            return false;
        }
        plannedAt = Optional.of(now);
        set(Phase.PLANNED, 0, plan.changes().size(), Optional.of(plan));
        return true;
    }

    synchronized void show(Phase phase, long done, long total) {
        set(phase, done, total, Optional.empty());
    }

    synchronized void ended(Outcome outcome) {
        asked = false;
        agreed = false;
        rebuild = false;
        status = new ReconcileStatus(Phase.IDLE, 0, 0, Optional.empty(), Optional.of(outcome), status.verifiedAt());
    }

    /** It could not come to its end: what is asked for waits until it can. */
    synchronized void interrupted() {
        agreed = false;
        set(asked ? Phase.WAITING : Phase.IDLE, 0, 0, Optional.empty());
    }

    /** When all rows were last proven to be the cloud's. */
    synchronized void verified(Instant when) {
        status = new ReconcileStatus(
                status.phase(), status.done(), status.total(), status.plan(), status.outcome(), Optional.of(when));
    }

    private boolean isRunning() {
        return status.phase() == Phase.CHECKING
                || status.phase() == Phase.COMPARING
                || status.phase() == Phase.APPLYING;
    }

    /** Either way round, because a clock may be put back. */
    private boolean isOverdue(Instant now) {
        return plannedAt
                .filter(then -> Duration.between(then, now).abs().compareTo(PATIENCE) <= 0)
                .isEmpty();
    }

    private void set(Phase phase, long done, long total, Optional<ReconcilePlan> plan) {
        status = new ReconcileStatus(phase, done, total, plan, status.outcome(), status.verifiedAt());
    }
}
