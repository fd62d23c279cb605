package outpost.sync.worker.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import outpost.outbox.Outbox;
import outpost.protocol.Event;
import outpost.protocol.SyncStatus.Activity;

/**
 * Sends what waits, in batches. Batches shrink while the line or the cloud does not take them, and grow again afterwards, so that a line that dies after
 * some kilobytes still carries everything, bit by bit.
 */
final class Pusher {
    /** Payloads of a batch, as text; JSON escapes make it grow, but not eightfold, so the decompressed limit holds. */
    private static final long BATCH_BYTES = 2L * 1024 * 1024;

    private final Outbox outbox;
    private final Retries retries;
    private final Alarm alarm;
    private final StatusBoard status;
    private final int largestBatch;
    private final Suspects suspects;
    private final Deque<List<Event>> inHand = new ArrayDeque<>();
    private int batchEvents;
    private long done;

    Pusher(Outbox outbox, Retries retries, Alarm alarm, StatusBoard status, int largestBatch) {
        this.outbox = outbox;
        this.retries = retries;
        this.alarm = alarm;
        this.status = status;
        this.largestBatch = largestBatch;
        suspects = new Suspects(outbox);
        batchEvents = largestBatch;
    }

    /** Sends until nothing waits. Whatever ends it early, every event is either settled or put back. */
    void push(Session session) throws CloudException, InterruptedException {
        try {
            putBack();
            done = 0;
            while (take()) {
                while (!inHand.isEmpty()) {
                    deliver(session, inHand.element());
                }
            }
            suspects.settle();
        } finally {
            putBack();
        }
    }

    private boolean take() {
        alarm.forgetNudges();
        List<Event> batch = outbox.take(batchEvents, BATCH_BYTES);
        if (!batch.isEmpty()) {
            inHand.add(batch);
        }
        return !batch.isEmpty();
    }

    private void deliver(Session session, List<Event> batch) throws CloudException, InterruptedException {
        status.activity(Activity.PUSHING, done, done + outbox.counts().waiting());
        try {
            outbox.settle(batch, retries.call(() -> session.call((cloud, token) -> cloud.push(token, batch))));
            inHand.remove();
            suspects.othersAreTaken();
            done += batch.size();
            batchEvents = Math.min(largestBatch, batchEvents * 2);
        } catch (CloudException trouble) {
            batchEvents = Math.max(1, batchEvents / 2);
            if (!(trouble instanceof RefusalException refusal) || !refusal.isAboutContent()) {
                throw trouble;
            }
            divide(batch, refusal);
        }
    }

    /** The cloud refused the batch as a whole: the halves, in the end the single event, show which one it means. */
    private void divide(List<Event> batch, RefusalException refusal) throws RefusalException {
        inHand.remove();
        if (batch.size() == 1) {
            suspects.add(batch.get(0), refusal);
        } else {
            inHand.addFirst(List.copyOf(batch.subList(batch.size() / 2, batch.size())));
            inHand.addFirst(List.copyOf(batch.subList(0, batch.size() / 2)));
        }
    }

    private void putBack() {
        suspects.putBack();
        while (!inHand.isEmpty()) {
            outbox.putBack(inHand.element());
            inHand.remove();
        }
    }
}
