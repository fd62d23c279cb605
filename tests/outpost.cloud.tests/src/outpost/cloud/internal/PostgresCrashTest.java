package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.PushAnswer;

/** A PostgreSQL that dies under the cloud: what was accepted is there when it is back, and tills are told to come again meanwhile. */
class PostgresCrashTest {
    private static final int LANES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    @Tag("A-404")
    void acceptedEventsSurviveACrashUnderLoadAndNoneIsDoubled() throws Exception {
        PostgresServer server = new PostgresServer();
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try (TestCloud cloud = new TestCloud(data, server.create("cloud"))) {
            String tenant = cloud.newTenant();
            AtomicInteger accepted = new AtomicInteger();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < LANES; i++) {
                TestTill till = new TestTill(cloud, cloud.newCode(tenant));
                running.add(lanes.submit(() -> sellUntilRefused(till, accepted)));
            }
            await(() -> accepted.get() >= 10 * LANES);

            server.crash();
            for (Future<?> lane : running) {
                lane.get();
            }
            int before = accepted.get();
            server.start();

            await(() -> cloud.admin("GET", "sales/summary?tenant=" + tenant, "").status() == 200);
            long stored = cloud.summary(tenant).get("events").asLong();
            // Of each lane one push was cut off, of which nothing may be assumed.
            assertTrue(stored >= before && stored <= before + LANES, stored + " stored, " + before + " accepted");
            assertEquals(stored, cloud.summary(tenant).get("sales").asLong());
        } finally {
            lanes.shutdownNow();
            server.crash();
        }
    }

    @Test
    void aBatchThatFoundNoDatabaseIsTakenWhenItComesAgain() throws Exception {
        PostgresServer server = new PostgresServer();
        try (TestCloud cloud = new TestCloud(data, server.create("cloud"))) {
            TestTill till = TestTill.inNewTenant(cloud);
            till.push(till.sale(1));
            List<Event> batch = List.of(till.sale(2), till.sale(1));

            server.crash();
            Answer refused = till.tryPush(batch).refused(503, "POS_SYNC_STORAGE_FAILED");
            assertTrue(refused.headers().firstValue("Retry-After").isPresent());
            cloud.get("health", till.token()).ok();
            server.start();

            await(() -> till.tryPush(batch).status() == 200);
            PushAnswer again = till.push(batch);
            again.results().forEach(result -> assertEquals(Status.ACCEPTED, result.status()));
            assertEquals(3, cloud.summary(till.tenant()).get("sales").asInt());
            assertEquals(4, cloud.summary(till.tenant()).get("lines").asInt());
        } finally {
            server.crash();
        }
    }

    private static void sellUntilRefused(TestTill till, AtomicInteger accepted) {
        while (till.tryPush(List.of(till.sale(1))).status() == 200) {
            accepted.incrementAndGet();
        }
    }

    private static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not reached in " + PATIENCE);
            Thread.onSpinWait();
        }
    }
}
