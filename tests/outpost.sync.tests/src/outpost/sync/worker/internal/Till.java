package outpost.sync.worker.internal;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import outpost.catalog.Catalog;
import outpost.fixtures.Await;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxEntry;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.Sink;
import outpost.protocol.SyncStatus;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.reconcile.Replica;
import outpost.values.EventKey;
import outpost.values.PosId;

/** The till's real store, outbox and catalog on a folder of its own, with a worker over them that a test can bend. */
final class Till implements AutoCloseable {
    /** Pauses short enough for a test; a cycle runs only when it is asked for, or when something waits. */
    static final SyncSettings CALM = settings(Duration.ofHours(1), 3, Duration.ZERO);
    /** As {@link #CALM}, and each cycle compares the catalogs row by row. */
    static final SyncSettings DOUBTING = settings(Duration.ofHours(1), 3, Duration.ofNanos(1));
    /** Cycles follow each other, so that the till comes back by itself. */
    static final SyncSettings EAGER = settings(Duration.ofMillis(20), 1, Duration.ZERO);

    private final LiveTill live;
    private final long seed;
    private Optional<SyncWorker> worker = Optional.empty();
    private int sold;

    Till(Path folder) {
        this(folder, 1);
    }

    Till(Path folder, long seed) {
        this.seed = seed;
        // The worker that declarative services make would send what the test's own is to send.
        System.setProperty("outpost.sync.start", "manual");
        live = new LiveTill(folder);
    }

    /** The till that the brief life of most tests needs: enrolled, its worker running. */
    static Till running(Path folder, LoopbackCloud cloud, SyncSettings settings) {
        Till till = new Till(folder);
        till.start(settings).enrol(link(cloud));
        return till;
    }

    static EnrolmentLink link(LoopbackCloud cloud) {
        return new EnrolmentLink(cloud.root(), CloudContent.CODE);
    }

    SyncWorker start(SyncSettings settings) {
        return start(settings, System::nanoTime);
    }

    SyncWorker start(SyncSettings settings, LongSupplier nanoTime) {
        HttpClient.Builder client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        SyncWorker started = new SyncWorker(
                settings,
                new SyncEngine.Till(
                        live.store(),
                        live.terminal(),
                        outbox(),
                        branch(),
                        live.service(BranchTime.class),
                        live.sink(),
                        live.service(Replica.class),
                        "1.0.0"),
                client,
                Clock.systemUTC(),
                nanoTime,
                new Random(seed));
        started.start();
        worker = Optional.of(started);
        return started;
    }

    BranchEvents branch() {
        return live.service(BranchEvents.class);
    }

    SyncWorker worker() {
        return worker.orElseThrow();
    }

    void stop() throws InterruptedException {
        worker().stop();
        worker = Optional.empty();
    }

    /** Ends the program between two transactions, and starts it again without a worker. */
    void restart() throws InterruptedException {
        stop();
        live.restart();
    }

    @Override
    public void close() throws InterruptedException {
        if (worker.isPresent()) {
            stop();
        }
        live.close();
    }

    Outbox outbox() {
        return live.outbox();
    }

    PosId posId() {
        return live.terminal().identity().orElseThrow().posId();
    }

    Catalog catalog() {
        return live.catalog();
    }

    Sink sink() {
        return live.sink();
    }

    /** Changes rows without anybody noticing, as a failing disk does. */
    void damage(String sql) {
        live.store().write(transaction -> transaction.update(sql));
    }

    ReconcileStatus comparison() {
        return worker().comparison();
    }

    SyncStatus status() {
        return worker().status();
    }

    void awaitLine(SyncStatus.Line line) {
        Await.until("line " + line, () -> status().line() == line);
    }

    void awaitAllSent() {
        Await.until("nothing waits", () -> outbox().counts().waiting() == 0);
    }

    void awaitSuccess() {
        Await.until("a good cycle", () -> status().lastSuccess().isPresent());
    }

    /** Asks for a cycle and waits until it has ended well. */
    void syncWell() {
        Optional<Instant> before = status().lastSuccess();
        worker().syncNow();
        Await.until("another good cycle", () -> !status().lastSuccess().equals(before));
    }

    List<OutboxEntry> parked() {
        return outbox().entries(List.of(OutboxEntry.State.PARKED), 100);
    }

    /** Rings that many tickets, in one transaction, as it is not the disk that is tested here. */
    void sell(int tickets) {
        live.store().write(transaction -> {
            for (int i = 0; i < tickets; i++) {
                outbox().append(transaction, EventType.SALE, Json.write(sale("Ticket " + ++sold)));
            }
            return tickets;
        });
    }

    /** Rings one ticket whose only line has that name. */
    EventKey sell(String name) {
        return append(Json.write(sale(name)));
    }

    /** Puts an event with that payload into the outbox. */
    EventKey append(String payload) {
        return live.store().write(transaction -> outbox().append(transaction, EventType.SALE, payload));
    }

    private static SalePayload sale(String name) {
        SaleLine line = new SaleLine(1, Optional.empty(), "1", name, 1_000, 250, 250, "standard", 200_000);
        return new SalePayload(
                UUID.randomUUID(),
                "R-" + name,
                Optional.empty(),
                "GBP",
                "cashier",
                List.of(line),
                SaleTax.of("GBP", List.of(line)),
                List.of(new SaleTender(SaleTender.CASH, 250, 250, 0)),
                250);
    }

    private static SyncSettings settings(Duration interval, int retries, Duration verify) {
        return new SyncSettings(
                Optional.empty(), true, interval, Duration.ofMillis(5), retries, Duration.ofMillis(40), 200, verify);
    }
}
