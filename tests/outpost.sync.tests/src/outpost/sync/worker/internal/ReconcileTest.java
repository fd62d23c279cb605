package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Await;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;

/** The catalog compared row by row: after a mismatch, by the clock, and because a person asks. */
class ReconcileTest {
    private static final String PRICE_OF_P7_BECOMES_1 =
            "UPDATE catalog_entities SET body = replace(body, '\"priceMinor\":107,', '\"priceMinor\":1,') WHERE id = 'P7'";

    private static final int PRODUCTS = 600;

    @TempDir
    Path folder;

    @Test
    void aMismatchIsMendedByTheRowsThatDifferWithoutASnapshot() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.damage(
                    "DELETE FROM product_codes WHERE entity IN (SELECT entity FROM catalog_entities WHERE id = 'P5')");
            till.damage("DELETE FROM catalog_entities WHERE id = 'P5'");
            till.damage("UPDATE catalog_meta SET count = count - 1, digest = digest - 5");

            till.syncWell();

            assertEquals(cloud.content().catalog().state(), till.catalog().state());
            assertEquals("Product 5", till.catalog().find("P5").orElseThrow().name());
            assertEquals(1, cloud.requestsOf("sync/snapshot"));
            assertEquals(Optional.of(Outcome.MENDED), till.comparison().outcome());
        }
    }

    @Test
    void aTillFollowsACloudThatWasPutBackWithoutASnapshot() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.content().catalog().product("late", "Late", 5);
            try (Till till = Till.running(folder, cloud, Till.CALM)) {
                till.awaitSuccess();
                assertTrue(till.catalog().find("late").isPresent());
                cloud.content().catalog().forgetLast(1);

                till.syncWell();

                assertEquals(cloud.content().catalog().state(), till.catalog().state());
                assertTrue(till.catalog().find("late").isEmpty());
                assertEquals(1, cloud.requestsOf("sync/snapshot"));
            }
        }
    }

    @Test
    void aCloudThatCannotCompareGivesASnapshot() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.content().catalog().beOld();
            till.damage("UPDATE catalog_meta SET digest = digest - 5");

            Await.until("a second snapshot", () -> cloud.requestsOf("sync/snapshot") == 2);
            Await.until("equal catalogs", () -> cloud.content()
                    .catalog()
                    .state()
                    .equals(till.catalog().state()));
            assertEquals(Optional.of(Outcome.FETCHED_ANEW), till.comparison().outcome());
        }
    }

    @Test
    void whatNobodyNoticedIsFoundWhenTheTimeHasCome() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.DOUBTING)) {
            till.awaitSuccess();
            till.damage(PRICE_OF_P7_BECOMES_1);
            assertEquals(1, till.catalog().find("P7").orElseThrow().price().minor());

            till.syncWell();

            assertEquals(107, till.catalog().find("P7").orElseThrow().price().minor());
            assertEquals(Optional.of(Outcome.MENDED), till.comparison().outcome());
            assertTrue(till.comparison().verifiedAt().isPresent());
        }
    }

    @Test
    void aPersonSeesThePlanBeforeItIsApplied() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.damage(PRICE_OF_P7_BECOMES_1);

            till.worker().verify();
            Await.until("a plan", () -> till.comparison().phase() == Phase.PLANNED);

            ReconcilePlan plan = till.comparison().plan().orElseThrow();
            assertEquals(
                    List.of("REPLACE P7"),
                    plan.changes().stream()
                            .map(change -> change.kind() + " " + change.id())
                            .toList());
            assertEquals(1, till.catalog().find("P7").orElseThrow().price().minor());
            till.worker().applyPlan();
            Await.until("mended", () -> till.comparison().outcome().equals(Optional.of(Outcome.MENDED)));
            assertEquals(107, till.catalog().find("P7").orElseThrow().price().minor());
            assertEquals(Phase.IDLE, till.comparison().phase());
        }
    }

    @Test
    void whatGoesWrongWhileAPersonLooksAtThePlanIsMendedWithoutASnapshot() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            till.damage(PRICE_OF_P7_BECOMES_1);
            till.worker().verify();
            Await.until("a plan", () -> till.comparison().phase() == Phase.PLANNED);
            till.damage("UPDATE catalog_meta SET digest = digest + 1, indexed_digest = digest + 1");

            till.worker().applyPlan();

            Await.until("equal catalogs", () -> cloud.content()
                    .catalog()
                    .state()
                    .equals(till.catalog().state()));
            assertEquals(107, till.catalog().find("P7").orElseThrow().price().minor());
            assertEquals(1, cloud.requestsOf("sync/snapshot"));
        }
    }

    @Test
    @Tag("A-555")
    void aPersonHasTheWholeCatalogFetchedAnewAndWhatWaitsStays() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            long snapshots = cloud.requestsOf("sync/snapshot");
            long compared = cloud.requestsOf("sync/reconcile");

            till.worker().rebuild();

            Await.until("a snapshot", () -> cloud.requestsOf("sync/snapshot") > snapshots);
            Await.until("its end", () -> till.comparison().outcome().equals(Optional.of(Outcome.FETCHED_ANEW)));
            Await.until("the catalog", () -> till.catalog().find("P7").isPresent());
            assertEquals(compared, cloud.requestsOf("sync/reconcile"), "nothing is compared before");
            assertEquals(Phase.IDLE, till.comparison().phase());
        }
    }

    @Test
    void anEqualCatalogIsSaidToBeEqual() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();

            till.worker().verify();

            Await.until("equal", () -> till.comparison().outcome().equals(Optional.of(Outcome.EQUAL)));
            assertEquals(1, cloud.requestsOf("sync/reconcile"));
        }
    }

    @Test
    void whatIsAskedForWhileTheCloudIsAwayHappensWhenItIsBack() throws Exception {
        try (LoopbackCloud cloud = filled();
                Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.stop();

            till.worker().verify();
            assertEquals(Phase.WAITING, till.comparison().phase());
            cloud.start();

            Await.until("equal", () -> till.comparison().outcome().equals(Optional.of(Outcome.EQUAL)));
        }
    }

    @Test
    void aComparisonThatIsCutBeginsAgain() throws Exception {
        try (LoopbackCloud cloud = filled()) {
            cloud.fail("sync/reconcile", Fault.cutBefore(), Fault.cutWithin(30), Fault.cutBefore(), Fault.cutBefore());
            try (Till till = Till.running(folder, cloud, Till.EAGER)) {
                till.awaitSuccess();
                till.damage(PRICE_OF_P7_BECOMES_1);

                till.worker().verify();

                Await.until("a plan", () -> till.comparison().phase() == Phase.PLANNED);
                assertEquals(0, cloud.faultsLeft());
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
