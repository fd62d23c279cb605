package outpost.ui;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import outpost.fixtures.LiveTill;
import outpost.outbox.Terminal;
import outpost.protocol.CatalogState;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentException;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.RowChange;

/** A line to a cloud whose state the test decides. */
final class Line implements Synchroniser, Enroller, Reconciler {
    static final String GOOD_CODE = "main.GOOD";

    private final Terminal terminal;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile SyncStatus status = status(SyncStatus.Line.ONLINE, SyncStatus.Activity.IDLE, 0, 0);

    private volatile ReconcileStatus comparison = comparison(Phase.IDLE, Optional.empty(), Optional.empty());
    private volatile List<RowChange> differing = List.of();

    Line(Terminal terminal) {
        this.terminal = terminal;
    }

    void is(SyncStatus.Line line) {
        status = status(line, SyncStatus.Activity.IDLE, 0, 0);
    }

    void loads(long done, long total) {
        status = status(SyncStatus.Line.ONLINE, SyncStatus.Activity.SNAPSHOT, done, total);
    }

    /** How often a person asked for a cycle. */
    int asked() {
        return asked.get();
    }

    @Override
    public SyncStatus status() {
        return status;
    }

    @Override
    public void syncNow() {
        asked.incrementAndGet();
    }

    /** The next comparison finds this. */
    void differsBy(RowChange... changes) {
        differing = List.of(changes);
    }

    @Override
    public ReconcileStatus comparison() {
        return comparison;
    }

    @Override
    public void verify() {
        ReconcilePlan plan = new ReconcilePlan(CatalogState.EMPTY, differing, Set.of());
        comparison = comparison(Phase.PLANNED, Optional.of(plan), Optional.empty());
    }

    @Override
    public void applyPlan() {
        comparison = comparison(Phase.IDLE, Optional.empty(), Optional.of(Outcome.MENDED));
    }

    @Override
    public void rebuild() {
        comparison = comparison(Phase.IDLE, Optional.empty(), Optional.of(Outcome.FETCHED_ANEW));
    }

    @Override
    public void enrol(EnrolmentLink link) {
        if (!GOOD_CODE.equals(link.code())) {
            throw new EnrolmentException(EnrolmentException.Reason.CODE_REFUSED, "There is no such enrolment code");
        }
        terminal.enrolled(LiveTill.answer("till-1", "GBP"), URI.create("http://127.0.0.1:1"));
    }

    private static ReconcileStatus comparison(Phase phase, Optional<ReconcilePlan> plan, Optional<Outcome> outcome) {
        return new ReconcileStatus(phase, 0, 0, plan, outcome, Optional.of(Instant.EPOCH));
    }

    private static SyncStatus status(SyncStatus.Line line, SyncStatus.Activity activity, long done, long total) {
        return new SyncStatus(line, activity, done, total, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
