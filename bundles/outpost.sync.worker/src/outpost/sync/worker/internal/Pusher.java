package outpost.sync.worker.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import outpost.outbox.Outbox;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.SyncStatus.Activity;
import outpost.sync.worker.internal.Tally.Count;

/** Sends what waits, in batches as large as the line carries them; over a quick line the next one goes out before the last one is answered. */
final class Pusher {
    private final Outbox outbox;
    private final Retries retries;
    private final Alarm alarm;
    private final StatusBoard status;
    private final Tally tally;
    private final Load load;
    private final LongSupplier nanoTime;
    private final Suspects suspects;
    private final Deque<List<Event>> inHand = new ArrayDeque<>();
    private Optional<Ahead> ahead = Optional.empty();
    private long done;

    Pusher(
            Outbox outbox,
            Retries retries,
            Alarm alarm,
            StatusBoard status,
            Tally tally,
            Load load,
            LongSupplier nanoTime) {
        this.outbox = outbox;
        this.retries = retries;
        this.alarm = alarm;
        this.status = status;
        this.tally = tally;
        this.load = load;
        this.nanoTime = nanoTime;
        suspects = new Suspects(outbox);
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
        List<Event> batch = outbox.take(load.events(), load.bytes());
        if (!batch.isEmpty()) {
            inHand.add(batch);
        }
        return !batch.isEmpty();
    }

    private void deliver(Session session, List<Event> batch) throws CloudException, InterruptedException {
        status.activity(Activity.PUSHING, done, done + outbox.counts().waiting());
        try {
            long[] started = new long[1];
            List<EventAnswer> answers =
                    retries.call(() -> session.call((cloud, token) -> answers(cloud, token, batch, started)));
            load.carried(
                    nanoTime.getAsLong() - started[0],
                    batch.stream().mapToLong(event -> event.payload().length()).sum());
            outbox.settle(batch, answers);
            inHand.remove();
            suspects.othersAreTaken();
            done += batch.size();
            count(session, batch, answers);
        } catch (CloudException trouble) {
            load.failed();
            if (!(trouble instanceof RefusalException refusal) || !refusal.isAboutContent()) {
                throw trouble;
            }
            divide(batch, refusal);
        }
    }

    /** While the cloud works at one batch, the next one is taken and sent, and while the till settles that one, the cloud works at the next. */
    private List<EventAnswer> answers(Cloud cloud, String token, List<Event> batch, long[] started)
            throws CloudException, InterruptedException {
        Ahead current = ahead.filter(begun -> begun.batch() == batch).orElseGet(() -> begun(cloud, token, batch));
        ahead = ahead.filter(begun -> begun != current);
        started[0] = current.startedNanos();
        if (ahead.isEmpty() && load.isQuick() && take()) {
            ahead = Optional.of(begun(cloud, token, inHand.getLast()));
        }
        return current.delivery().answers();
    }

    private Ahead begun(Cloud cloud, String token, List<Event> batch) {
        return new Ahead(batch, nanoTime.getAsLong(), cloud.push(token, batch));
    }

    private void count(Session session, List<Event> batch, List<EventAnswer> answers) {
        for (EventAnswer answer : answers) {
            if (answer.status() == EventAnswer.Status.REJECTED) {
                tally.add(Count.REFUSED_EVENTS, 1);
            } else {
                boolean own = batch.get(answer.index())
                        .terminalId()
                        .equals(session.terminal().terminalId());
                tally.add(Count.SENT, 1);
                tally.add(Count.SYNCED_EVENTS, own ? 1 : 0);
            }
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
        ahead.ifPresent(begun -> begun.delivery().abandon());
        ahead = Optional.empty();
        suspects.putBack();
        while (!inHand.isEmpty()) {
            outbox.putBack(inHand.element());
            inHand.remove();
        }
    }

    /** A batch that was sent before the one before it was answered. */
    private record Ahead(List<Event> batch, long startedNanos, Cloud.Delivery delivery) {}
}
