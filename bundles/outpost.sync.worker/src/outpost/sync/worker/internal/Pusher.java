package outpost.sync.worker.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import outpost.outbox.Outbox;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.SyncStatus.Activity;

/**
 * Sends what waits, in batches. Batches shrink while the line or the cloud does not take them, and grow again afterwards, so that one event that is too
 * big, or a line that dies after some kilobytes, does not hold up the rest.
 */
final class Pusher {
    /** Payloads of a batch, as text; JSON escapes make it grow, but not eightfold, so the decompressed limit holds. */
    private static final long BATCH_BYTES = 2L * 1024 * 1024;

    private final Outbox outbox;
    private final Retries retries;
    private final Alarm alarm;
    private final StatusBoard status;
    private final int largestBatch;
    private final Deque<List<Event>> inHand = new ArrayDeque<>();
    private int batchEvents;

    Pusher(Outbox outbox, Retries retries, Alarm alarm, StatusBoard status, int largestBatch) {
        this.outbox = outbox;
        this.retries = retries;
        this.alarm = alarm;
        this.status = status;
        this.largestBatch = largestBatch;
        batchEvents = largestBatch;
    }

    /** Sends until nothing waits. Whatever ends it early, every event is either settled or put back. */
    void push(Session session) throws CloudException, InterruptedException {
        try {
            putBack();
            long done = 0;
            while (take()) {
                while (!inHand.isEmpty()) {
                    status.activity(
                            Activity.PUSHING, done, done + outbox.counts().waiting());
                    done += deliver(session, inHand.element());
                }
            }
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

    /** Answers how many events are settled now. */
    private int deliver(Session session, List<Event> batch) throws CloudException, InterruptedException {
        try {
            settle(batch, retries.call(() -> session.call((cloud, token) -> cloud.push(token, batch))));
            batchEvents = Math.min(largestBatch, batchEvents * 2);
            return batch.size();
        } catch (CloudException trouble) {
            batchEvents = Math.max(1, batchEvents / 2);
            if (!(trouble instanceof RefusalException refusal) || !refusal.isAboutContent()) {
                throw trouble;
            }
            return divide(batch, refusal);
        }
    }

    /** The cloud refused the batch as a whole: the halves, in the end the single event, show which one it means. */
    private int divide(List<Event> batch, RefusalException refusal) {
        if (batch.size() == 1) {
            ErrorCode code =
                    refusal.status() == 413 ? ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE : ErrorCode.POS_SYNC_EVENT_INVALID;
            settle(batch, List.of(EventAnswer.rejected(0, code, refusal.getMessage())));
            return 1;
        }
        inHand.remove();
        inHand.addFirst(List.copyOf(batch.subList(batch.size() / 2, batch.size())));
        inHand.addFirst(List.copyOf(batch.subList(0, batch.size() / 2)));
        return 0;
    }

    private void settle(List<Event> batch, List<EventAnswer> answers) {
        outbox.settle(batch, answers);
        inHand.remove();
    }

    private void putBack() {
        while (!inHand.isEmpty()) {
            outbox.putBack(inHand.element());
            inHand.remove();
        }
    }
}
