package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.fixtures.Await;
import outpost.outbox.OutboxEntry;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;

class LifeTest {
    @TempDir
    Path folder;

    private final LoopbackCloud cloud = new LoopbackCloud();

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void aTillThatWasNeverEnrolledSaysNothingOfTheLineAndCallsNobody() throws Exception {
        try (Till till = new Till(folder)) {
            till.start(Till.EAGER).syncNow();
            assertEquals(Line.UNKNOWN, till.status().line());
            assertEquals(Optional.empty(), till.status().lastSuccess());
            assertTrue(cloud.requests().isEmpty());
        }
    }

    @Test
    void aCloudThatHasJustAnsweredIsGreetedAgainOnlyAfterAWhileOrAfterACallWithoutAnswer() throws Exception {
        AtomicLong now = new AtomicLong();
        try (Till till = new Till(folder)) {
            till.start(Till.CALM, now::get).enrol(Till.link(cloud));
            till.awaitSuccess();
            till.syncWell();
            long greetings = cloud.requestsOf("health");
            till.syncWell();
            assertEquals(greetings, cloud.requestsOf("health"));

            now.addAndGet(Duration.ofSeconds(10).toNanos());
            till.syncWell();
            assertEquals(greetings + 1, cloud.requestsOf("health"));

            cloud.fail("sync/pull", Fault.stranger(502, "Bad gateway"));
            till.syncWell();
            till.syncWell();
            assertEquals(greetings + 2, cloud.requestsOf("health"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "auth/token", "sync/push", "sync/snapshot", "sync/pull"})
    void stoppingDoesNotWaitForACallThatHangs(String path) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sink().restart();
            till.sell(3);
            cloud.fail(path, Fault.silence(end));
            till.start(Till.CALM);
            Await.until("it hangs", () -> cloud.faultsLeft() == 0);
            long start = System.nanoTime();
            till.stop();
            long took = System.nanoTime() - start;
            assertTrue(took < Duration.ofSeconds(2).toNanos(), took + " ns");
            assertTrue(till.outbox()
                    .entries(List.of(OutboxEntry.State.SENDING), 10)
                    .isEmpty());
        } finally {
            end.countDown();
        }
    }

    @Test
    void aCloudThatTakesTheCallAndSaysNothingIsOfflineAfterFiveSeconds() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.fail("health", Fault.silence(end));
            long start = System.nanoTime();
            till.worker().syncNow();
            till.awaitLine(Line.OFFLINE);
            assertTrue(System.nanoTime() - start >= Duration.ofSeconds(5).toNanos());
            assertEquals(
                    "The cloud does not answer in time.",
                    till.status().problem().orElseThrow());
        } finally {
            end.countDown();
        }
    }

    @Test
    void aLoginPageInBetweenIsNotTheCloud() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            till.stop();
            cloud.fail("health", Fault.stranger(200, "<html>Welcome to our network</html>"));
            cloud.fail("health", Fault.stranger(302, ""), Fault.stranger(403, "Log in"), Fault.stranger(200, "null"));
            cloud.fail("health", Fault.stranger(200, "{}"), Fault.stranger(502, "<html>Bad gateway</html>"));
            till.start(new SyncSettings(
                    Optional.empty(),
                    true,
                    Duration.ofMillis(5),
                    Duration.ofMillis(5),
                    0,
                    Duration.ofMillis(5),
                    200,
                    Duration.ZERO));
            Await.until("told", () -> till.status().line() != Line.UNKNOWN);
            while (cloud.faultsLeft() > 1) {
                assertEquals(Line.OFFLINE, till.status().line());
            }
            till.awaitLine(Line.ONLINE);
            till.awaitSuccess();
        }
    }

    @Test
    void aTillThatIsHeldBackCallsNobodyUntilItIsAsked() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            long before = cloud.requestsOf(
                    "health"); // what its thread asked last may still arrive; a new one asks for this first
            till.start(SyncSettings.of(new FewSettings(Map.of("sync.start", "manual"))));
            till.sell(3);
            assertEquals(Line.UNKNOWN, till.status().line());
            assertEquals(before, cloud.requestsOf("health"));
            till.worker().syncNow();
            till.awaitAllSent();
            till.awaitSuccess();
            till.sell(1);
            till.awaitAllSent();
            assertEquals(4, cloud.content().ledger().size());
        }
    }

    @Test
    void aMovedCloudIsFoundAtItsNewAddress() throws Exception {
        try (LoopbackCloud elsewhere = new LoopbackCloud();
                Till till = Till.running(folder, elsewhere, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            elsewhere.stop();
            SyncSettings moved = SyncSettings.of(
                    new FewSettings(Map.of("cloud.url", cloud.root().toString())));
            till.start(moved);
            Await.until("it asks there", () -> cloud.requestsOf("health") > 0);
            elsewhere.start();
        }
    }

    @Test
    void theProgressOfAPushIsShown() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sell(250);
            cloud.fail("sync/push", (exchange, work) -> work.run().send(exchange), Fault.silence(end));
            till.start(Till.CALM);
            Await.until("the first batch is through", () -> till.status().done() == 200);
            assertEquals(Activity.PUSHING, till.status().activity());
            assertEquals(250, till.status().total());
        } finally {
            end.countDown();
        }
    }
}
