package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            Synchroniser synchroniser = till.service(Synchroniser.class);
            till.service(Enroller.class).enrol(Till.link(cloud));
            till.sell(3);
            synchroniser.syncNow();
            till.awaitAllSent();
            Await.until("proven", () -> synchroniser.status().lastSuccess().isPresent());
            assertEquals(Line.ONLINE, synchroniser.status().line());
            assertEquals(3, cloud.content().ledger().size());
            assertEquals("Product 1", till.catalog().find("P1").orElseThrow().name());
        }
    }
}
