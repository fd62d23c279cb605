package outpost.sync.worker.internal;

import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Sink;
import outpost.protocol.SyncLog;
import outpost.protocol.SyncStatus;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.Replica;
import outpost.store.Store;

/** The worker's parts put together. It has no thread, no socket and no clock of its own: whoever runs it gives it these. */
final class SyncEngine {
    private final StatusBoard status;
    private final LogBook book;
    private final LaneNews lanes;
    private final ReconcileDesk desk;
    private final Reporter reporter;
    private final SyncLoop loop;

    /**
     * @param clock the machine's, right or wrong
     * @param nanoTime a counter that only goes forward, whatever is done to the machine's date
     */
    SyncEngine(
            SyncSettings settings,
            Till till,
            Function<URI, Cloud> clouds,
            Live live,
            Alarm alarm,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        book = new LogBook(till.store(), till.outbox());
        status = new StatusBoard(book.lastSuccess());
        Tally tally = new Tally();
        Chronicle chronicle = new Chronicle(book, tally, till.time(), nanoTime);
        BackOff backOff = new BackOff(settings, random);
        Retries retries = new Retries(backOff, alarm, status);
        Watch watch = new Watch(till.time(), clock, nanoTime, status);
        Sessions sessions = new Sessions(settings.cloud(), till.terminal(), clouds, watch, nanoTime, random);
        lanes = new LaneNews(nanoTime);
        Pusher pusher =
                new Pusher(till.outbox(), retries, alarm, status, tally, new Load(settings.batchEvents()), nanoTime);
        desk = new ReconcileDesk(alarm::request);
        Puller puller = new Puller(
                till.sink(),
                new SnapshotReader(till.sink(), retries, status, tally),
                new Reconciliation(
                        till.replica(), retries, desk, settings.verifyInterval(), till.time()::now, tally, chronicle),
                retries,
                status,
                tally);
        Cycle cycle = new Cycle(
                till.outbox(),
                retries,
                new Standing(till.outbox(), till.branch(), retries, tally, chronicle),
                new Forwarding(till.branch(), nanoTime),
                new Gathering(till.outbox(), till.branch(), retries, nanoTime),
                pusher,
                puller,
                lanes,
                chronicle,
                status);
        reporter = new Reporter(
                till.outbox(),
                till.sink(),
                till.time(),
                book,
                status,
                till.store().directory(),
                till.version(),
                nanoTime);
        loop = new SyncLoop(
                settings.startsByItself(),
                sessions,
                cycle,
                backOff,
                alarm,
                status,
                chronicle,
                reporter,
                live,
                till.time());
    }

    /** Runs cycles until it is {@linkplain #stop stopped} and its thread interrupted. */
    void run() {
        loop.run();
    }

    void stop() {
        loop.stop();
    }

    SyncStatus status() {
        return status.current();
    }

    SyncLog log() {
        return book;
    }

    Reconciler reconciler() {
        return desk;
    }

    /** Whom to tell what the till consists of. */
    Reporter reporter() {
        return reporter;
    }

    /** To whom the news of other lanes go. */
    LaneNews lanes() {
        return lanes;
    }

    /**
     * The till that is kept in sync.
     *
     * @param version of its program, for who watches over many
     */
    record Till(
            Store store,
            Terminal terminal,
            Outbox outbox,
            BranchEvents branch,
            BranchTime time,
            Sink sink,
            Replica replica,
            String version) {}
}
