package outpost.sync.worker.internal;

import outpost.outbox.Outbox;
import outpost.protocol.SyncRun;
import outpost.protocol.SyncStatus.Activity;

/** One round: is the cloud there, does it know this file as it is, send what waits, hear of the other lanes, take what changed, fetch what was lost. */
final class Cycle {
    private final Outbox outbox;
    private final Retries retries;
    private final Standing standing;
    private final Forwarding forwarding;
    private final Gathering gathering;
    private final Pusher pusher;
    private final Puller puller;
    private final LaneNews lanes;
    private final Chronicle chronicle;
    private final StatusBoard status;
    private int posIds;

    Cycle(
            Outbox outbox,
            Retries retries,
            Standing standing,
            Forwarding forwarding,
            Gathering gathering,
            Pusher pusher,
            Puller puller,
            LaneNews lanes,
            Chronicle chronicle,
            StatusBoard status) {
        this.outbox = outbox;
        this.retries = retries;
        this.standing = standing;
        this.forwarding = forwarding;
        this.gathering = gathering;
        this.pusher = pusher;
        this.puller = puller;
        this.lanes = lanes;
        this.chronicle = chronicle;
        this.status = status;
        posIds = outbox.posIds().size();
    }

    /**
     * @return whether everything is sent and the catalog is proven equal
     * @throws CloudException if it could not be done now; everything is as it should be for the next cycle
     */
    boolean run(Session session) throws CloudException, InterruptedException {
        try {
            retries.call(() -> {
                session.greet();
                return true;
            });
            standing.check(session);
            forwarding.run();
            pusher.push(session);
            boolean proven = meetAndPull(session);
            gathering.run(session);
            return proven;
        } finally {
            status.activity(Activity.IDLE, 0, 0);
            noteRenewal();
        }
    }

    /** A till that has nothing to sell yet takes the catalog before it looks for its neighbours. */
    private boolean meetAndPull(Session session) throws CloudException, InterruptedException {
        if (puller.isEmpty()) {
            boolean proven = puller.pull(session);
            lanes.exchange(session);
            return proven;
        }
        lanes.exchange(session);
        return puller.pull(session);
    }

    /** Whether the cloud, an answer to a push, or a neighbour told that another copy of this file is or was about. */
    private void noteRenewal() {
        int now = outbox.posIds().size();
        if (posIds > 0 && now > posIds) {
            chronicle.note(
                    SyncRun.Kind.RENEWAL,
                    "Another copy of this file was used: events are numbered anew as "
                            + outbox.posIds().get(now - 1) + ".");
        }
        posIds = now;
    }
}
