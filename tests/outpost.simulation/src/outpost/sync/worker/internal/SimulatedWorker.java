package outpost.sync.worker.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.LaneDirectory;
import outpost.protocol.Sink;
import outpost.protocol.SyncStatus;

/** The real sync worker without its thread: whoever runs it gives it time. */
public final class SimulatedWorker implements Runnable {
    /** As the defaults of the settings have it; see {@link SyncSettings#of}. */
    private static final SyncSettings SETTINGS = SyncSettings.of(new NoSettings());

    private final StatusBoard status = new StatusBoard();
    private final Outbox outbox;
    private final SimulatedAlarm alarm;
    private final SyncLoop loop;

    public SimulatedWorker(
            Terminal terminal,
            Outbox outbox,
            LaneDirectory lanes,
            Sink sink,
            HttpClient line,
            Waiting waiting,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.outbox = outbox;
        alarm = new SimulatedAlarm(waiting);
        Function<URI, Cloud> clouds = root -> new HttpCloud(line, root);
        BackOff backOff = new BackOff(SETTINGS, random);
        Retries retries = new Retries(backOff, alarm, status);
        Pusher pusher = new Pusher(outbox, retries, alarm, status, SETTINGS.batchEvents());
        Puller puller = new Puller(sink, new SnapshotReader(sink, retries, status), retries, status);
        Sessions sessions = new Sessions(Optional.empty(), terminal, clouds, nanoTime, random);
        LaneNews news = new LaneNews(nanoTime);
        news.goTo(lanes);
        Cycle cycle = new Cycle(retries, pusher, puller, news, status);
        loop = new SyncLoop(true, sessions, cycle, backOff, alarm, status, clock);
    }

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
        loop.run();
    }

    public SyncStatus status() {
        return status.current();
    }
}
