package outpost.sync.worker.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.Outbox;
import outpost.protocol.StreamState;
import outpost.protocol.SyncRun;
import outpost.sync.worker.internal.Tally.Count;
import outpost.values.PosId;

/** At each sign-in, and when a lane of the branch has found that the cloud went back: does the cloud know this file as the file knows itself? */
final class Standing {
    private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
    private static final int NOT_FOUND = 404;

    private final Outbox outbox;
    private final BranchEvents branch;
    private final Retries retries;
    private final Tally tally;
    private final Chronicle chronicle;
    private long checkedSignIn;
    private long checkedSetbacks;

    Standing(Outbox outbox, BranchEvents branch, Retries retries, Tally tally, Chronicle chronicle) {
        this.outbox = outbox;
        this.branch = branch;
        this.retries = retries;
        this.tally = tally;
        this.chronicle = chronicle;
    }

    void check(Session session) throws CloudException, InterruptedException {
        long setbacks = branch.setbacks();
        if (session.signIns() > 0 && session.signIns() == checkedSignIn && setbacks == checkedSetbacks) {
            return;
        }
        for (PosId posId : outbox.posIds()) {
            try {
                compare(retries.call(() -> session.call((cloud, token) -> cloud.stream(token, posId))));
            } catch (RefusalException refusal) {
                if (refusal.status() != NOT_FOUND) {
                    throw refusal;
                }
                LOG.info("This cloud is of a version that cannot tell what it has of a file");
            }
        }
        checkedSignIn = session.signIns();
        checkedSetbacks = setbacks;
    }

    private void compare(StreamState cloud) {
        int again = outbox.compare(cloud);
        tally.add(Count.RESENT_EVENTS, again);
        if (again > 0) {
            LOG.warn("The cloud has lost what it had acknowledged: {} events of {} go again", again, cloud.posId());
            chronicle.note(SyncRun.Kind.RESEND, "The cloud had lost " + again + " events; they are sent again.");
        }
    }
}
