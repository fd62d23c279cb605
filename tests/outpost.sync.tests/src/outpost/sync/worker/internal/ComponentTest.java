package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import outpost.fixtures.Await;
import outpost.protocol.Enroller;
import outpost.protocol.SyncStatus.Line;
import outpost.protocol.Synchroniser;

/** The worker as the till gets it: made by declarative services, asked through its two interfaces. */
class ComponentTest {
    @TempDir
    Path folder;

    @Test
    void theTillsOwnWorkerEnrolsAndBringsEverythingAcross() throws Exception {
        try (LoopbackCloud cloud = new LoopbackCloud();
                Till till = new Till(folder)) {
            cloud.content().catalog().product("P1", "Product 1", 250);
            Synchroniser synchroniser = service(Synchroniser.class);
            service(Enroller.class).enrol(Till.link(cloud));
            till.sell(3);
            synchroniser.syncNow();
            till.awaitAllSent();
            Await.until("proven", () -> synchroniser.status().lastSuccess().isPresent());
            assertEquals(Line.ONLINE, synchroniser.status().line());
            assertEquals(3, cloud.content().ledger().size());
            assertEquals("Product 1", till.catalog().find("P1").orElseThrow().name());
        }
    }

    private static <T> T service(Class<T> type) throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(ComponentTest.class).getBundleContext();
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return Objects.requireNonNull(tracker.waitForService(10_000), "no " + type.getSimpleName());
        } finally {
            tracker.close();
        }
    }
}
