package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.fixtures.Await;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;

class SnapshotTest {
    private static final int PRODUCTS = 5_000;

    @TempDir
    Path folder;

    @Test
    @Tag("A-301")
    void theFirstCycleBringsTheWholeCatalogAndProvesItEqual() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            assertEquals(cloud.content().catalog().state(), till.catalog().state());
            assertEquals("Product 42", till.catalog().find("P42").orElseThrow().name());
            assertEquals(Line.ONLINE, till.status().line());
            assertEquals(Activity.IDLE, till.status().activity());
            assertEquals(1, cloud.requestsOf("sync/snapshot"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @Tag("A-302")
    void aSnapshotThatIsCutAnywhereGoesOnBehindTheLastRowThatIsSafe(long seed) throws Exception {
        try (LoopbackCloud cloud = filled()) {
            Random random = new Random(seed);
            cloud.fail(
                    "sync/snapshot",
                    IntStream.range(0, 6)
                            .mapToObj(i -> Fault.cutWithin(random.nextInt(1_000)))
                            .toArray(Fault[]::new));
            try (Till till = Till.running(folder, cloud, Till.EAGER)) {
                till.awaitSuccess();
                assertEquals(cloud.content().catalog().state(), till.catalog().state(), "seed " + seed);
                assertEquals(0, cloud.faultsLeft(), "seed " + seed);
            }
        }
    }

    @Test
    void whatHasArrivedIsNotAskedForAgain() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/snapshot", Fault.cutWithin(600));
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                till.awaitSuccess();
                List<Integer> rows = cloud.content().catalog().rowsSent();
                assertEquals(2, rows.size());
                assertTrue(rows.get(1) < PRODUCTS / 2, rows + " rows");
                assertEquals(cloud.content().catalog().state(), till.catalog().state());
            }
        }
    }

    @Test
    void aStreamThatEndsInOrderButWithoutItsTrailerIsNotWhole() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/snapshot", (exchange, work) -> {
                String header = "{\"kind\":\"header\",\"cursor\":1,\"count\":1}\n";
                LoopbackCloud.Reply.of(header.getBytes(StandardCharsets.UTF_8)).send(exchange);
            });
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                till.awaitSuccess();
                assertEquals(cloud.content().catalog().state(), till.catalog().state());
                assertEquals(2, cloud.requestsOf("sync/snapshot"));
            }
        }
    }

    @Test
    void aTillThatIsRestartedInTheMiddleGoesOnWhereItWas() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/snapshot", Fault.cutWithin(500), Fault.cutBefore(), Fault.cutBefore(), Fault.cutBefore());
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                Await.until("the first cycle has given up", () -> cloud.faultsLeft() == 0);
                till.restart();
                assertTrue(till.sink().position().resumeAfter().isPresent());
                assertNotEquals(
                        cloud.content().catalog().state(), till.catalog().state());
                till.start(Till.CALM);
                till.awaitSuccess();
                assertEquals(cloud.content().catalog().state(), till.catalog().state());
                assertTrue(cloud.requests().stream()
                                .filter(r -> r.equals("sync/snapshot"))
                                .count()
                        == 1);
            }
        }
    }

    @Test
    void namesOfWhatCameBeforeACutComeInWhileTheLineIsAway() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/snapshot", Fault.cutWithin(500), Fault.cutBefore(), Fault.cutBefore(), Fault.cutBefore());
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                Await.until("the first cycle has given up", () -> cloud.faultsLeft() == 0);
                assertTrue(till.sink().position().resumeAfter().isPresent());

                Await.until("all names", () -> till.catalog().findsAllNames());
            }
        }
    }

    @Test
    void whatChangesWhileTheSnapshotIsCutComesWithTheDeltas() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            Fault cutAndChange = (exchange, work) -> {
                Fault.cutWithin(500).happen(exchange, work);
                cloud.content().catalog().product("P0", "Dearer", 999);
                cloud.content().catalog().delete("P1");
                cloud.content().catalog().product("A-new-one", "New", 1);
            };
            cloud.fail("sync/snapshot", cutAndChange);
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                till.awaitSuccess();
                assertEquals(cloud.content().catalog().state(), till.catalog().state());
                assertEquals("Dearer", till.catalog().find("P0").orElseThrow().name());
                assertTrue(till.catalog().find("P1").isEmpty());
                assertEquals(
                        "New", till.catalog().find("A-new-one").orElseThrow().name());
            }
        }
    }

    @Test
    void rowsAreSafeAndProgressIsShownWhileTheRestIsStillToCome() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/snapshot", Fault.stallWithin(700, end));
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                Await.until("a chunk is safe", () -> till.status().done() > 0);
                assertEquals(Activity.SNAPSHOT, till.status().activity());
                assertEquals(PRODUCTS + 1, till.status().total());
                assertTrue(till.sink().position().resumeAfter().isPresent());
                long start = System.nanoTime();
                till.stop();
                long took = System.nanoTime() - start;
                assertTrue(took < Duration.ofSeconds(2).toNanos(), "stopping took " + took + " ns");
            }
        } finally {
            end.countDown();
        }
    }

    private static LoopbackCloud filled() {
        LoopbackCloud cloud = new LoopbackCloud();
        for (int i = 0; i < PRODUCTS; i++) {
            cloud.content().catalog().product("P" + i, "Product " + i, 100 + i);
        }
        return cloud;
    }
}
