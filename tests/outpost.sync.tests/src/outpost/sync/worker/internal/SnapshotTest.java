package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;

class SnapshotTest {
    private static final int PRODUCTS = 5_000;

    @TempDir
    Path folder;

    @Test
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
    void aSnapshotThatIsCutAnywhereGoesOnBehindTheLastRowThatIsSafe(long seed) throws Exception {
        try (LoopbackCloud cloud = filled()) {
            int whole = cloud.content().catalog().snapshot("").body().length;
            Random random = new Random(seed);
            cloud.fail(
                    "sync/snapshot",
                    IntStream.range(0, 6)
                            .mapToObj(i -> Fault.cutAt(random.nextInt(whole)))
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
            int whole = cloud.content().catalog().snapshot("").body().length;
            cloud.fail("sync/snapshot", Fault.cutAt(whole - 20));
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                till.awaitSuccess();
                String last = cloud.requests().stream()
                        .filter(request -> request.startsWith("sync/snapshot?"))
                        .findFirst()
                        .orElseThrow();
                String after = last.replaceFirst(".*after=product%3AP", "");
                assertTrue(Integer.parseInt(after) > PRODUCTS / 2, last);
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
            int whole = cloud.content().catalog().snapshot("").body().length;
            cloud.fail(
                    "sync/snapshot", Fault.cutAt(whole / 2), Fault.cutBefore(), Fault.cutBefore(), Fault.cutBefore());
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
    void whatChangesWhileTheSnapshotIsCutComesWithTheDeltas() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            int whole = cloud.content().catalog().snapshot("").body().length;
            Fault cutAndChange = (exchange, work) -> {
                Fault.cutAt(whole / 2).happen(exchange, work);
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

    private static LoopbackCloud filled() {
        LoopbackCloud cloud = new LoopbackCloud();
        for (int i = 0; i < PRODUCTS; i++) {
            cloud.content().catalog().product("P" + i, "Product " + i, 100 + i);
        }
        return cloud;
    }
}
