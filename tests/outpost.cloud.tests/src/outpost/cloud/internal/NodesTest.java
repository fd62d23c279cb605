package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.nodes.Duties;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.protocol.PushRequest;

/** Several nodes on one PostgreSQL. */
class NodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TILLS = 4;
    private static final int BATCHES = 40;

    @TempDir
    Path folder;

    @Test
    @Tag("A-351")
    void aCommitAtOneNodeIsHeardAtTheOtherEvenAfterTheLineBroke() throws SQLException, InterruptedException {
        DatabaseSettings settings = PostgresServer.newDatabase();
        try (Database here = new Database(settings);
                Database there = new Database(settings)) {
            BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
            there.signals().listen(heard::add);

            // It begins to listen in the background: what was committed before is in the signal of every tenant.
            until(() -> {
                commit(here, "shop");
                return heard.contains(new Signal(Topic.SALES, "shop"));
            });
            heard.clear();

            try (Connection connection = SchemaTest.connect(settings);
                    var statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
            }
            await(heard, new Signal(Topic.SALES, Signal.EVERY_TENANT));
            commit(here, "again");
            await(heard, new Signal(Topic.SALES, "again"));
        }
    }

    @Test
    @Tag("A-351")
    void whatIsRolledBackIsToldToNobody() throws InterruptedException {
        try (Database database = new Database(DatabaseSettings.embedded(folder))) {
            BlockingQueue<Signal> heard = new LinkedBlockingQueue<>();
            database.signals().listen(heard::add);
            try {
                database.writeOnce(em -> {
                    AfterCommit.signal(em, Topic.SALES, "never");
                    throw new IllegalStateException("of the test");
                });
            } catch (IllegalStateException expected) {
                assertEquals("of the test", expected.getMessage());
            }

            commit(database, "shop");

            assertEquals(new Signal(Topic.SALES, "shop"), heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    @Test
    @Tag("A-352")
    void aDutyIsOneNodesUntilItEndsOrFallsSilent() {
        DatabaseSettings settings = PostgresServer.newDatabase();
        try (Database database = new Database(settings);
                Database other = new Database(settings)) {
            Duties here = new Duties(database, "here");
            Duties there = new Duties(other, "there");
            assertTrue(here.take("work", Duration.ofHours(1)));
            assertFalse(there.take("work", Duration.ofHours(1)));
            assertTrue(here.take("work", Duration.ofHours(1)), "it stays where it is");
            assertTrue(there.take("other work", Duration.ofHours(1)));

            here.release();

            assertTrue(there.take("work", Duration.ofMillis(1)));
            until(() -> here.take("work", Duration.ofHours(1)));
        }
    }

    @Test
    @Tag("A-353")
    void aNodeThatEndsUnderLoadCostsNothing() throws InterruptedException, ExecutionException {
        DatabaseSettings settings = PostgresServer.newDatabase();
        TestCloud first = new TestCloud(folder.resolve("first"), settings);
        TestCloud second = node("second", settings);
        String tenant = first.newTenant();
        List<TestTill> tills = IntStream.range(0, TILLS)
                .mapToObj(i -> new TestTill(first, first.newCode(tenant)))
                .toList();
        AtomicInteger through = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(TILLS + 1);
        try {
            List<Future<?>> sending = new ArrayList<>();
            for (TestTill till : tills) {
                sending.add(threads.submit(() -> send(till, List.of(first.uri(""), second.uri("")), through)));
            }
            until(() -> through.get() > TILLS * BATCHES / 4);
            first.close();
            for (Future<?> one : sending) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        var summary = second.summary(tenant);
        assertEquals(2L * TILLS * BATCHES, summary.get("sales").asLong());
        assertEquals(2L * TILLS * BATCHES, summary.get("events").asLong());
        summary.get("streams")
                .forEach(stream -> assertEquals(0, stream.get("missing").asLong()));
        assertEquals(1, second.admin("GET", "nodes", "").ok().json().size(), "the first one has taken its leave");
        second.close();
    }

    /** A node with the administrator's token of the first one. */
    private TestCloud node(String name, DatabaseSettings settings) {
        try {
            Path data = Files.createDirectories(folder.resolve(name));
            Files.copy(folder.resolve("first").resolve("admin.token"), data.resolve("admin.token"));
            return new TestCloud(data, settings);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Pushes sales as a till does: the same batch again, at the next node, until it is answered. */
    private static Void send(TestTill till, List<URI> nodes, AtomicInteger through) throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Instant end = Instant.now().plus(PATIENCE);
        int node = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Event> events = List.of(till.sale(2), till.sale(1));
            while (!accepted(http, nodes.get(node % nodes.size()), till, new PushRequest(events))) {
                assertTrue(Instant.now().isBefore(end), "no node takes the batch");
                node++;
            }
            through.incrementAndGet();
        }
        return null;
    }

    private static boolean accepted(HttpClient http, URI node, TestTill till, PushRequest batch)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.resolve("sync/push"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + till.token())
                .header("Content-Type", "application/json")
                .header(PushRequest.IDEMPOTENCY_KEY, batch.idempotencyKey())
                .POST(BodyPublishers.ofString(Json.write(batch)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            // A node that ends says so by 503; anything else would be a fault.
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 503, answer.body());
            return answer.statusCode() == 200;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void commit(Database database, String tenant) {
        database.write(em -> {
            AfterCommit.signal(em, Topic.SALES, tenant);
            return tenant;
        });
    }

    private static void await(BlockingQueue<Signal> heard, Signal wanted) throws InterruptedException {
        Signal signal = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        while (!wanted.equals(signal)) {
            assertTrue(signal != null, wanted + " was not heard");
            signal = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "it did not come true");
            Thread.onSpinWait();
        }
    }
}
