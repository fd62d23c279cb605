package outpost.bench.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import outpost.outbox.Backlog;
import outpost.outbox.Outbox;
import outpost.protocol.Neighbours;

/** A sale's way from its commit at one lane to another lane's disk, and back as the word that it is there. */
final class Lanes {
    private static final int SALES = 100;
    /** Between two sales the word of the one before has been noted everywhere. */
    private static final long QUIET_NANOS = 30_000_000;

    private final CloudOrder order;
    private final LongSupplier nanoTime;

    Lanes(CloudOrder order, LongSupplier nanoTime) {
        this.order = order;
        this.nanoTime = nanoTime;
    }

    void measure(Consumer<Reading> readings) throws InterruptedException {
        Outbox outbox = Services.await(Outbox.class);
        Neighbours neighbours = Services.await(Neighbours.class);
        Cashier cashier = new Cashier(order.goods(), nanoTime);
        new Stopwatch(nanoTime)
                .await("the other lane", () -> !neighbours.connected().isEmpty());
        Semaphore changes = new Semaphore(0);
        Supplier<Samples> ours = () -> {
            Samples samples = new Samples();
            for (int sale = 0; sale < SALES; sale++) {
                cashier.ring();
                Stopwatch committed = new Stopwatch(nanoTime);
                awaitElsewhere(outbox, changes);
                samples.add(committed.nanos());
                Stopwatch quiet = new Stopwatch(nanoTime);
                quiet.await("a quiet moment", () -> quiet.nanos() > QUIET_NANOS);
            }
            return samples;
        };
        try (BareLane bare = new BareLane(order.folder().resolve("bare-lane.db"));
                Outbox.Subscription listening = outbox.onChange(changes::release)) {
            Runs.compare("peer-ack", ours, () -> bare.tell(SALES, nanoTime)).forEach(readings);
        }
    }

    /** Is the neighbour, until the process is ended. */
    static void stay() throws InterruptedException {
        Services.await(Neighbours.class);
        TimeUnit.MINUTES.sleep(10);
    }

    /** Looks only when something has changed: looking must not take time from what is measured. */
    private static void awaitElsewhere(Outbox outbox, Semaphore changes) {
        try {
            for (Backlog now = outbox.backlog(); now.waiting() > now.peerAcknowledged(); now = outbox.backlog()) {
                if (!changes.tryAcquire(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("the sale did not come to the other lane");
                }
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
