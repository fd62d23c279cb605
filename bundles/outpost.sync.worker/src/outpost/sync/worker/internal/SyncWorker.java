package outpost.sync.worker.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.LaneDirectory;
import outpost.protocol.Sink;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.Replica;
import outpost.store.LocalSettings;

/** The till's connection to its cloud: one thread that runs a {@link Cycle} now and then, for as long as the till runs. */
@Component(
        service = {Synchroniser.class, Enroller.class, Reconciler.class},
        immediate = true)
public final class SyncWorker implements Synchroniser, Enroller, Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Enrolment enrolment;
    private final Alarm alarm = new Alarm();
    private final StatusBoard status = new StatusBoard();
    private final ReconcileDesk desk = new ReconcileDesk(alarm::request);
    private final LaneNews lanes;
    private final SyncLoop loop;
    private final Thread thread;
    private Optional<Outbox.Subscription> subscription = Optional.empty();

    @Activate
    public SyncWorker(
            @Reference LocalSettings settings,
            @Reference Terminal terminal,
            @Reference Outbox outbox,
            @Reference Sink sink,
            @Reference Replica replica) {
        this(
                reported(settings),
                terminal,
                outbox,
                sink,
                replica,
                overHttp(),
                Clock.systemUTC(),
                System::nanoTime,
                new SecureRandom());
    }

    /** @param nanoTime a clock that only goes forward, whatever is done to the machine's date */
    SyncWorker(
            SyncSettings settings,
            Terminal terminal,
            Outbox outbox,
            Sink sink,
            Replica replica,
            Function<URI, Cloud> clouds,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        this.outbox = outbox;
        enrolment = new Enrolment(terminal, clouds);
        BackOff backOff = new BackOff(settings, random);
        Retries retries = new Retries(backOff, alarm, status);
        Pusher pusher = new Pusher(outbox, retries, alarm, status, settings.batchEvents());
        Reconciliation reconciliation = new Reconciliation(replica, retries, desk, settings.verifyInterval(), clock);
        SnapshotReader snapshots = new SnapshotReader(sink, retries, status);
        Puller puller = new Puller(sink, snapshots, reconciliation, retries, status);
        Sessions sessions = new Sessions(settings.cloud(), terminal, clouds, nanoTime, random);
        lanes = new LaneNews(nanoTime);
        Cycle cycle = new Cycle(retries, pusher, puller, lanes, status);
        loop = new SyncLoop(settings.startsByItself(), sessions, cycle, backOff, alarm, status, clock);
        thread = new Thread(loop, "outpost-sync");
        thread.setDaemon(true);
    }

    @Activate
    void start() {
        subscription = Optional.of(outbox.onChange(alarm::nudge));
        thread.start();
    }

    /** Ends a running call and waits for the thread: what was being sent is pending again when this returns. */
    @Deactivate
    void stop() throws InterruptedException {
        subscription.ifPresent(Outbox.Subscription::close);
        loop.stop();
        thread.interrupt();
        thread.join(STOP_LIMIT.toMillis());
        if (thread.isAlive()) {
            LOG.warn("The sync thread has not ended within {} s", STOP_LIMIT.toSeconds());
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setLanes(LaneDirectory directory) {
        lanes.goTo(directory);
    }

    void unsetLanes(LaneDirectory directory) {
        lanes.leave(directory);
    }

    @Override
    public SyncStatus status() {
        return status.current();
    }

    @Override
    public void syncNow() {
        alarm.request();
    }

    @Override
    public ReconcileStatus comparison() {
        return desk.comparison();
    }

    @Override
    public void verify() {
        desk.verify();
    }

    @Override
    public void applyPlan() {
        desk.applyPlan();
    }

    @Override
    public void enrol(EnrolmentLink link) {
        enrolment.enrol(link);
        alarm.nudge();
    }

    /** The framework keeps what a component's constructor throws in a log of its own; whoever mistyped a setting looks into ours. */
    private static SyncSettings reported(LocalSettings settings) {
        try {
            return SyncSettings.of(settings);
        } catch (IllegalArgumentException e) {
            LOG.error("No sync: {}", e.getMessage());
            throw e;
        }
    }

    private static Function<URI, Cloud> overHttp() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build();
        return root -> new HttpCloud(client, root);
    }
}
