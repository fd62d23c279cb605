package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same invoices while everything fails that can: tills and cloud are killed, and the line drops answers after the commit. */
class RoughReplayTest {
    private static final int TILLS = 2;
    private static final int INVOICES = 360;
    private static final int CUT_EVERY = 5;
    private static final List<Integer> KILL_CLOUD_AFTER = List.of(60, 200);
    private static final int KILL_TILL_AFTER_RINGING = 50;
    private static final int KILL_TILL_BEFORE_LAST = 100;

    @TempDir
    private Path folder;

    @Test
    @Tag("A-401")
    void nothingIsLostOrDoubledByKillsAndCutLines() throws Exception {
        Path invoices = folder.resolve("invoices.csv");
        long lines = Invoices.first(INVOICES, invoices);
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"));
                CuttingProxy line = new CuttingProxy(cloud.port(), CUT_EVERY)) {
            ExecutorService hands = Executors.newFixedThreadPool(TILLS);
            try {
                List<Future<JsonNode>> tills = new ArrayList<>();
                for (int k = 1; k <= TILLS; k++) {
                    tills.add(hands.submit(rungBetweenTwoKills(cloud, line, invoices, k)));
                }
                for (int events : KILL_CLOUD_AFTER) {
                    awaitArrived(cloud, events, tills);
                    cloud.kill();
                    cloud.start();
                    line.leadTo(cloud.port());
                }
                assertArrivedOnce(tills, lines, cloud);
            } finally {
                hands.shutdownNow();
            }
            ReplayTest.assertGapless(cloud.summary());
            // Each of these was given after a commit, so that what it answered came again: as the same batch, or among
            // others.
            assertTrue(line.cuts() > 3, "answers were withheld: " + line.cuts());
        }
    }

    /** What the cloud has is what both tills say that they rang, and each invoice of the file. */
    private static void assertArrivedOnce(List<Future<JsonNode>> tills, long lines, CloudProcess cloud)
            throws Exception {
        List<JsonNode> rung = new ArrayList<>();
        for (Future<JsonNode> till : tills) {
            rung.add(till.get(400, TimeUnit.SECONDS));
        }
        JsonNode arrived = cloud.summary();
        for (String sum : List.of("sales", "refunds", "lines", "netMinor")) {
            assertEquals(
                    rung.stream().mapToLong(till -> till.get(sum).asLong()).sum(),
                    arrived.get(sum).asLong(),
                    sum);
        }
        assertEquals(INVOICES, arrived.get("events").asLong(), "each invoice is one event");
        assertEquals(lines, arrived.get("lines").asLong(), "lines of the file");
    }

    /** Rings and sends a share; killed once amid ringing and once amid sending. */
    private Callable<JsonNode> rungBetweenTwoKills(CloudProcess cloud, CuttingProxy line, Path invoices, int k)
            throws IOException, InterruptedException {
        String share = k + "/" + TILLS;
        ReplayTill till = new ReplayTill(
                Products.TILL, folder.resolve("till" + k), invoices, share, cloud.newTerminal("Lane " + k, line.uri()));
        return () -> {
            try (till) {
                till.start();
                till.await("ringing", report -> report.get("done").asLong() >= KILL_TILL_AFTER_RINGING);
                till.kill();
                till.start();
                till.await("sending", report -> report.get("waiting").asLong() <= KILL_TILL_BEFORE_LAST);
                till.kill();
                till.start();
                return till.awaitDone();
            }
        };
    }

    private static void awaitArrived(CloudProcess cloud, int events, List<Future<JsonNode>> tills)
            throws IOException, InterruptedException, ExecutionException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        while (cloud.summary().get("events").asLong() < events) {
            for (Future<JsonNode> till : tills) {
                if (till.isDone()) {
                    till.get();
                }
            }
            assertTrue(System.nanoTime() < deadline, "only " + cloud.summary() + " have arrived");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
