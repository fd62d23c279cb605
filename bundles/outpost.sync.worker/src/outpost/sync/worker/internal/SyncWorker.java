package outpost.sync.worker.internal;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.InstalledProgram;
import outpost.protocol.LaneDirectory;
import outpost.protocol.Sink;
import outpost.protocol.SyncCounters;
import outpost.protocol.SyncLog;
import outpost.protocol.SyncRun;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.Reconciler;
import outpost.protocol.reconcile.Replica;
import outpost.store.LocalSettings;
import outpost.store.Store;

/** The till's connection to its cloud: one thread that runs a {@link Cycle} now and then, for as long as the till runs. */
@Component(
        service = {Synchroniser.class, Enroller.class, SyncLog.class, Reconciler.class},
        immediate = true)
public final class SyncWorker implements Synchroniser, Enroller, SyncLog, Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorker.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Enrolment enrolment;
    private final Client client;
    private final Alarm alarm = new ThreadAlarm();
    private final LiveSocket live;
    private final SyncEngine engine;
    private final Thread thread;
    private Optional<Outbox.Subscription> subscription = Optional.empty();

    @Activate
    public SyncWorker(
            BundleContext context,
            @Reference LocalSettings settings,
            @Reference Store store,
            @Reference Terminal terminal,
            @Reference Outbox outbox,
            @Reference BranchEvents branch,
            @Reference BranchTime time,
            @Reference Sink sink,
            @Reference Replica replica) {
        this(
                reported(settings),
                new SyncEngine.Till(
                        store,
                        terminal,
                        outbox,
                        branch,
                        time,
                        sink,
                        replica,
                        context.getBundle().getVersion().toString()),
                http(),
                Clock.systemUTC(),
                System::nanoTime,
                new SecureRandom());
    }

    /**
     * @param http makes the client, which trusts the cloud of the enrolment
     * @param nanoTime a clock that only goes forward, whatever is done to the machine's date
     */
    SyncWorker(
            SyncSettings settings,
            SyncEngine.Till till,
            HttpClient.Builder http,
            Clock clock,
            LongSupplier nanoTime,
            RandomGenerator random) {
        outbox = till.outbox();
        enrolment = new Enrolment(till.terminal(), this::cloudAt);
        client = new Client(http, enrolment::pin);
        live = new LiveSocket(client, alarm::nudge, this::lanesChanged, nanoTime);
        engine = new SyncEngine(settings, till, this::cloudAt, live, alarm, clock, nanoTime, random);
        thread = new Thread(engine::run, "outpost-sync");
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
        engine.stop();
        live.close();
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
        engine.lanes().goTo(directory);
    }

    void unsetLanes(LaneDirectory directory) {
        engine.lanes().leave(directory);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setProgram(InstalledProgram program) {
        engine.reporter().describe(Optional.of(program));
    }

    void unsetProgram(InstalledProgram program) {
        engine.reporter().describe(Optional.empty());
    }

    @Override
    public SyncStatus status() {
        return engine.status();
    }

    @Override
    public void syncNow() {
        alarm.request();
    }

    @Override
    public ReconcileStatus comparison() {
        return engine.reconciler().comparison();
    }

    @Override
    public void verify() {
        engine.reconciler().verify();
    }

    @Override
    public void applyPlan() {
        engine.reconciler().applyPlan();
    }

    @Override
    public void rebuild() {
        engine.reconciler().rebuild();
    }

    @Override
    public List<SyncRun> latest(int limit) {
        return engine.log().latest(limit);
    }

    @Override
    public SyncCounters counters() {
        return engine.log().counters();
    }

    @Override
    public void export(Writer target) throws IOException {
        engine.log().export(target);
    }

    @Override
    public void enrol(EnrolmentLink link) {
        enrolment.enrol(link);
        alarm.nudge();
    }

    private Cloud cloudAt(URI root) {
        return new HttpCloud(client.get(), root);
    }

    private void lanesChanged() {
        engine.lanes().askSoon();
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

    private static HttpClient.Builder http() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_LIMIT);
    }
}
