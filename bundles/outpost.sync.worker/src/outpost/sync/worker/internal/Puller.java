package outpost.sync.worker.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.ErrorCode;
import outpost.protocol.PullAnswer;
import outpost.protocol.Sink;
import outpost.protocol.SyncStatus.Activity;

/** Brings this till's copy of the catalog up to date, and proves that it is equal to the cloud's. */
final class Puller {
    private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
    private static final int CHANGES_PER_CALL = 2_000;

    private final Sink sink;
    private final SnapshotReader snapshots;
    private final Reconciliation reconciliation;
    private final Retries retries;
    private final StatusBoard status;
    private final Tally tally;
    private boolean mendedInVain;

    Puller(
            Sink sink,
            SnapshotReader snapshots,
            Reconciliation reconciliation,
            Retries retries,
            StatusBoard status,
            Tally tally) {
        this.sink = sink;
        this.snapshots = snapshots;
        this.reconciliation = reconciliation;
        this.retries = retries;
        this.status = status;
        this.tally = tally;
    }

    /** Whether nothing of the cloud's is here yet. */
    boolean isEmpty() {
        return sink.position().state().count() == 0;
    }

    /**
     * Takes a snapshot where one is needed, then what changed since; compares row by row where that does not make the copy equal, or where it is due.
     *
     * @return whether the copy is equal to the cloud's; if not, the next call compares again or takes a snapshot, or a person has to agree to a plan
     */
    boolean pull(Session session) throws CloudException, InterruptedException {
        Sink.Position position = sink.position();
        if (position.running().isPresent() || position.state().cursor() == 0) {
            try {
                snapshots.read(session);
            } catch (RefusalException refusal) {
                if (!refusal.code().equals(ErrorCode.POS_CATALOG_SNAPSHOT_FAILED.name())) {
                    throw refusal;
                }
                LOG.warn("The snapshot cannot go on from here and begins anew: {}", refusal.getMessage());
                sink.restart();
                return false;
            }
        }
        if (isEqualByDeltas(session) && !reconciliation.isDue()) {
            proven(false);
            return true;
        }
        return reconcile(session);
    }

    /** What goes wrong behind a comparison's back (a plan may lie before a person for a while) is for the next one to find; a snapshot follows where two in a row were in vain. */
    private boolean reconcile(Session session) throws CloudException, InterruptedException {
        Reconciliation.Result result = reconciliation.run(session);
        if (result == Reconciliation.Result.PLANNED) {
            return false;
        }
        boolean mended = result == Reconciliation.Result.MENDED;
        if (mended && isEqualByDeltas(session)) {
            proven(true);
            return true;
        }
        if (mended && !mendedInVain) {
            mendedInVain = true;
        } else {
            mendedInVain = false;
            sink.restart();
        }
        return false;
    }

    private void proven(boolean byRows) {
        mendedInVain = false;
        reconciliation.proven(byRows);
    }

    /** Also false where the cloud cannot give deltas from here. */
    private boolean isEqualByDeltas(Session session) throws CloudException, InterruptedException {
        try {
            return isEqual(deltas(session));
        } catch (RefusalException refusal) {
            if (!refusal.code().equals(ErrorCode.POS_CATALOG_DELTA_FAILED.name())) {
                throw refusal;
            }
            LOG.warn("The cloud cannot go on from here: {}", refusal.getMessage());
            return false;
        }
    }

    private PullAnswer deltas(Session session) throws CloudException, InterruptedException {
        long done = 0;
        while (true) {
            status.activity(Activity.PULLING, done, 0);
            long cursor = sink.position().state().cursor();
            PullAnswer answer =
                    retries.call(() -> session.call((cloud, token) -> cloud.pull(token, cursor, CHANGES_PER_CALL)));
            sink.apply(answer);
            done += answer.changes().size();
            tally.add(Tally.Count.RECEIVED, answer.changes().size());
            if (!answer.more()) {
                tally.add(Tally.Count.DELTA_SYNC_RUNS, 1);
                return answer;
            }
        }
    }

    private boolean isEqual(PullAnswer last) {
        boolean equal = last.state().equals(sink.position().state());
        if (!equal) {
            LOG.warn(
                    "This catalog {} differs from the cloud's {}",
                    sink.position().state(),
                    last.state());
        }
        return equal;
    }
}
