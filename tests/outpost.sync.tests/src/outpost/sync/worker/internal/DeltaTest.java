package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Await;
import outpost.protocol.ErrorCode;
import outpost.protocol.SyncStatus.Line;

class DeltaTest {
    @TempDir
    Path folder;

    @Test
    @Tag("A-304")
    void changesAndTombstonesArriveInAsManyStepsAsItTakes() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            for (int i = 0; i < 120; i++) {
                cloud.content().catalog().product("P" + i, "Changed " + i, 7);
            }
            cloud.content().catalog().delete("P3");
            till.syncWell();
            assertEquals(cloud.content().catalog().state(), till.catalog().state());
            assertEquals(
                    "Changed 119", till.catalog().find("P119").orElseThrow().name());
            assertTrue(till.catalog().find("P3").isEmpty());
            assertEquals(1, cloud.requestsOf("sync/snapshot"));
        }
    }

    @Test
    void aCutDeltaIsAskedForAgainFromTheSameCursor() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.content().catalog().product("P1", "Changed", 7);
            cloud.fail("sync/pull", Fault.cutWithin(300), Fault.cutBefore(), Fault.cutAfter());
            till.syncWell();
            assertEquals(0, cloud.faultsLeft());
            assertEquals("Changed", till.catalog().find("P1").orElseThrow().name());
            assertEquals(cloud.content().catalog().state(), till.catalog().state());
        }
    }

    @Test
    void whereTheCloudCannotGoOnASnapshotFollows() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.content().catalog().loseDeltas();
            cloud.content().catalog().product("P1", "Changed", 7);
            Await.until("the change is here", () -> till.catalog()
                    .find("P1")
                    .filter(product -> product.name().equals("Changed"))
                    .isPresent());
            Await.until("proven", () -> till.status().problem().isEmpty());
            assertEquals(2, cloud.requestsOf("sync/snapshot"));
            assertEquals(cloud.content().catalog().state(), till.catalog().state());
        }
    }

    @Test
    @Tag("A-804")
    void aCatalogThatDiffersIsNeverCalledEqualAndIsFetchedAnew() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.content().catalog().tellWrongDigests(true);
            Await.until("the difference is told", () -> till.status().problem().isPresent());
            assertEquals(Line.ONLINE, till.status().line());
            assertTrue(till.catalog().find("P1").isPresent(), "what is here stays sellable");
            Await.until("fetched anew", () -> cloud.requestsOf("sync/snapshot") >= 2);
            assertTrue(cloud.requestsOf("sync/reconcile") >= 2, "first it is compared, and once more");
            cloud.content().catalog().tellWrongDigests(false);
            Await.until("proven again", () -> till.status().problem().isEmpty());
            assertEquals(cloud.content().catalog().state(), till.catalog().state());
        }
    }

    @Test
    void aSnapshotThatCannotGoOnStartsAnew() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail(
                    "sync/snapshot", Fault.cutWithin(900), Fault.refusal(400, ErrorCode.POS_CATALOG_SNAPSHOT_FAILED));
            try (Till till = Till.running(folder, cloud, Till.EAGER)) {
                till.awaitSuccess();
                assertEquals(cloud.content().catalog().state(), till.catalog().state());
                assertEquals(
                        2,
                        cloud.requests().stream()
                                .filter(request -> request.equals("sync/snapshot"))
                                .count());
            }
        }
    }

    private static LoopbackCloud filled() {
        LoopbackCloud cloud = new LoopbackCloud();
        for (int i = 0; i < 200; i++) {
            cloud.content().catalog().product("P" + i, "Product " + i, 100 + i);
        }
        return cloud;
    }
}
