package outpost.sync.worker.internal;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.LaneDirectory;
import outpost.protocol.Sink;
import outpost.protocol.SyncStatus;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.Replica;
import outpost.store.Store;

/** The real sync worker without its thread: whoever runs it gives it time. */
public final class SimulatedWorker implements Runnable {
    private final Outbox outbox;
    private final SimulatedAlarm alarm;
    private final SyncEngine engine;

    /** @param batchEvents how many go into one push; everything else is as the settings' defaults have it */
    public SimulatedWorker(
            Till till,
            int batchEvents,
            LaneDirectory lanes,
            HttpClient line,
            Waiting waiting,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        outbox = till.outbox();
        alarm = new SimulatedAlarm(waiting);
        engine = new SyncEngine(
                SyncSettings.of(new BatchSetting(batchEvents)),
                new SyncEngine.Till(
                        till.store(),
                        till.terminal(),
                        till.outbox(),
                        till.branch(),
                        till.time(),
                        till.sink(),
                        till.replica(),
                        "1.0.0"),
                root -> new HttpCloud(line, root),
                // The cloud's word over the WebSocket only makes a cycle come earlier.
                Live.NONE,
                alarm,
                clock,
                nanoTime,
                random);
        engine.lanes().goTo(lanes);
    }

    /** The till that is kept in sync. */
    public record Till(
            Store store,
            Terminal terminal,
            Outbox outbox,
            BranchEvents branch,
            BranchTime time,
            Sink sink,
            Replica replica) {}

    /** How the worker's thread waits. */
    public interface Waiting {
        /** Waits for that long, or until {@link #wake}; says how long it was. */
        Duration sleep(Duration time);

        void wake();
    }

    /** Runs until the machine's power ends. */
    @Override
    public void run() {
        outbox.onChange(alarm::nudge);
        engine.run();
    }

    public SyncStatus status() {
        return engine.status();
    }

    /** Where a person asks for a comparison of the catalog, and agrees to what it found. */
    public Reconciler reconciler() {
        return engine.reconciler();
    }
}
