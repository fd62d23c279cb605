package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher releases, an operator promotes, and a till whose sales are still waiting is updated, updated badly, and taken back. */
class FieldUpdateTest {
    private static final String UNIT = "outpost.catalog";
    private static final long RUNG_BEFORE = 30;
    private static final Duration LIMIT = Duration.ofSeconds(180);

    @TempDir
    private Path folder;

    @Test
    @Tag("A-951")
    @Tag("A-957")
    @Tag("A-958")
    @Tag("A-959")
    @Tag("A-960")
    void aTradingTillIsUpdatedGoesBackFromABadReleaseAndKeepsItsSales() throws Exception {
        Path tillFolder = folder.resolve("till");
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"));
                SlottedTill till = new SlottedTill(folder.resolve("slots"), tillFolder.resolve("data"));
                ReplayTill before = replay(cloud, till.slot("a"), tillFolder)) {
            before.start();
            before.await("ringing", report -> report.get("done").asLong() >= RUNG_BEFORE);
            release(cloud, till, till.release(7, UNIT, "1.0.1", Optional.empty()), 7);

            String applied = till.technician("apply", "--from", channel(cloud));

            assertEquals("0 1.0.1 (release 7) is installed; the next start of the till tries it.", applied);
            before.kill();
            Map<String, String> old = bundles(till.slot("a"));
            Map<String, String> updated = bundles(till.slot("b"));
            assertEquals("1.0.1", updated.put(UNIT, old.get(UNIT)));
            assertEquals(old, updated, "no other bundle changed");

            till.start(Optional.empty());
            till.awaitPointer("b");
            till.stop();

            // Without its model the application cannot show a window; nothing else needs it, so that the rehearsal
            // passes.
            Path bad = till.release(8, "outpost.application", "1.0.1", Optional.of("Application.e4xmi"));
            release(cloud, till, bad, 8);
            String taken = till.technician("apply", "--from", channel(cloud));
            assertTrue(taken.startsWith("0 "), taken);
            assertEquals("a trial b", till.pointer());
            till.start(Optional.empty());
            till.awaitPointer("b undone a");
            awaitAlarm(cloud);
            till.stop();

            String back = till.technician("rollback");
            assertTrue(back.startsWith("0 "), back);
            assertEquals("a left b", till.pointer());
            try (ReplayTill after = replay(cloud, till.slot("b"), tillFolder)) {
                after.start();
                JsonNode done = after.awaitDone();
                long all = done.get("sales").asLong() + done.get("refunds").asLong();
                assertTrue(done.get("rungNow").asLong() <= all - RUNG_BEFORE, "what was rung before is there: " + done);
                JsonNode arrived = cloud.summary();
                for (String sum : List.of("sales", "refunds", "lines", "netMinor")) {
                    assertEquals(done.get(sum).asLong(), arrived.get(sum).asLong(), sum);
                }
                ReplayTest.assertGapless(arrived);
            }
        }
    }

    private static ReplayTill replay(CloudProcess cloud, Path product, Path tillFolder) throws Exception {
        return new ReplayTill(product, tillFolder, Invoices.FILE, "1/10", cloud.newTerminal("Lane 1", cloud.uri()));
    }

    private static void release(CloudProcess cloud, SlottedTill till, Path release, long number) throws Exception {
        String url = cloud.uri().toString();
        String token = cloud.adminTokenFile().toString();
        till.update("publish", "--cloud", url, "--admin-token-file", token, "--release", release.toString());
        till.update(
                "promote",
                "--cloud",
                url,
                "--admin-token-file",
                token,
                "--ring",
                "all",
                "--number",
                Long.toString(number));
    }

    /** As a till of that branch asks. */
    private static String channel(CloudProcess cloud) {
        return cloud.uri() + "/updates/branch/main/main/";
    }

    private static void awaitAlarm(CloudProcess cloud) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        String alarms = cloud.alarms().toString();
        while (!alarms.contains("\"update\"")) {
            assertTrue(System.nanoTime() < deadline, "the alarm has been raised: " + alarms);
            TimeUnit.MILLISECONDS.sleep(200);
            alarms = cloud.alarms().toString();
        }
        assertTrue(alarms.contains("1.0.1 (release 8) was started and did not show that it works"), alarms);
    }

    /** The bundles that the installation starts with, name to version. */
    private static Map<String, String> bundles(Path installed) throws IOException {
        Path list = installed.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            parts -> parts[0], parts -> parts[1], (one, other) -> one + " and " + other, TreeMap::new));
        }
    }
}
