package outpost.sync.worker.internal;

import outpost.protocol.SyncStatus.Activity;

/** One round: is the cloud there, send what waits, hear of the other lanes, take what changed. */
final class Cycle {
    private final Retries retries;
    private final Pusher pusher;
    private final Puller puller;
    private final LaneNews lanes;
    private final StatusBoard status;

    Cycle(Retries retries, Pusher pusher, Puller puller, LaneNews lanes, StatusBoard status) {
        this.retries = retries;
        this.pusher = pusher;
        this.puller = puller;
        this.lanes = lanes;
        this.status = status;
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
            pusher.push(session);
            lanes.exchange(session);
            return puller.pull(session);
        } finally {
            status.activity(Activity.IDLE, 0, 0);
        }
    }
}
