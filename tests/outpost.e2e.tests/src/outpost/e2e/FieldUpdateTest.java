package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.e2e.UnitRepository.Flaw;

/** A publisher releases, an operator promotes, and a till whose sales are still waiting is updated, updated badly, and taken back. */
class FieldUpdateTest {
    /** Of a release with one small bundle, where the whole till has fifty million. */
    private static final long MOST_BYTES = 30_000;

    private static final long RUNG_BEFORE = 30;
    private static final Duration LIMIT = Duration.ofSeconds(180);

    @TempDir
    private Path folder;

    @Test
    @Tag("A-743")
    @Tag("A-951")
    @Tag("A-957")
    @Tag("A-958")
    @Tag("A-959")
    @Tag("A-960")
    @Tag("A-963")
    void aTradingTillIsUpdatedBundleByBundleGoesBackFromABadReleaseAndKeepsItsSales() throws Exception {
        Path tillFolder = folder.resolve("till");
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"));
                Publisher publisher = new Publisher(folder.resolve("publisher"))) {
            publisher.install(folder.resolve("home"));
            try (SlottedTill till = new SlottedTill(folder, tillFolder.resolve("data"));
                    ReplayTill before = replay(cloud, till.slot("a"), tillFolder)) {
                before.start();
                before.await("ringing", report -> report.get("done").asLong() >= RUNG_BEFORE);
                before.kill();
                updatedFromAShell(cloud, publisher, till);
                updatedAtTheScreen(cloud, publisher, till);
                updatedBadly(cloud, publisher, till);
                takenBackWithoutALine(cloud, till, tillFolder);
            }
        }
    }

    private static void updatedFromAShell(CloudProcess cloud, Publisher publisher, SlottedTill till) throws Exception {
        Path first = publisher.release(7, "outpost.inventory", "1.0.1", Flaw.NONE);
        assertTrue(size(first) < MOST_BYTES, size(first) + " bytes");
        publisher.publish(first, 7, cloud);

        String applied = till.technician("apply", "--from", channel(cloud));

        assertEquals("0 1.0.1 (release 7) is installed; the next start of the till tries it.", applied);
        assertOnlyChange("outpost.inventory", bundles(till.slot("a")), bundles(till.slot("b")));
        till.start();
        till.awaitPointer("b");
    }

    private static void updatedAtTheScreen(CloudProcess cloud, Publisher publisher, SlottedTill till) throws Exception {
        openUpdates(till);
        publisher.publish(publisher.release(8, "outpost.room", "1.0.1", Flaw.needs("outpost.sales")), 8, cloud);
        till.does("key F6");
        till.does("words service-notice does not fit this till");
        till.does("words service-notice outpost.sales [9.0.0,10.0.0)");
        assertEquals("b", till.pointer());
        assertTrue(Files.exists(till.slot("a").resolve("whole")), "what ran before is still there");

        Path second = publisher.release(9, "outpost.room", "1.0.2", Flaw.NONE);
        assertTrue(size(second) < MOST_BYTES, size(second) + " bytes");
        publisher.publish(second, 9, cloud);
        till.does("key F6");
        till.does("words service-notice 1.0.2 (release 9) is installed");
        assertEquals("a trial b", till.pointer());
        assertOnlyChange("outpost.room", bundles(till.slot("b")), bundles(till.slot("a")));
        restart(till);
        till.awaitPointer("a");
    }

    /** Without its model the application cannot show a window; nothing else needs it, so that the rehearsal passes. */
    private static void updatedBadly(CloudProcess cloud, Publisher publisher, SlottedTill till) throws Exception {
        publisher.publish(
                publisher.release(10, "outpost.application", "1.0.1", Flaw.lacks("Application.e4xmi")), 10, cloud);
        openUpdates(till);
        till.does("words update-state 1.0.2 (release 9)");
        till.does("key F6");
        till.does("words service-notice 1.0.1 (release 10) is installed");
        restart(till);
        till.awaitPointer("a undone b");
        openUpdates(till);
        till.does("words update-state 1.0.1 (release 10): It did not show that it works");
        awaitAlarm(cloud);
        till.stop();
    }

    private static void takenBackWithoutALine(CloudProcess cloud, SlottedTill till, Path tillFolder) throws Exception {
        String back = till.technician("rollback");
        assertTrue(back.startsWith("0 "), back);
        assertEquals("b left a", till.pointer());
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

    /** The shift stays open over it. */
    private static void restart(SlottedTill till) throws IOException, InterruptedException {
        till.does("words update-state tries the update");
        till.does("key F12");
        till.does("shown option-yes");
        till.doesLast("key Enter");
    }

    private static void openUpdates(SlottedTill till) throws IOException, InterruptedException {
        till.does("shown entry");
        till.does("key Shift+F4");
        till.does("shown device-settings");
        till.does("key Ctrl+4");
        till.does("shown update-state");
    }

    private static ReplayTill replay(CloudProcess cloud, Path product, Path tillFolder) throws Exception {
        return new ReplayTill(product, tillFolder, Invoices.FILE, "1/40", cloud.newTerminal("Lane 1", cloud.uri()));
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
        assertTrue(alarms.contains("1.0.1 (release 10): It was started and did not show that it works"), alarms);
    }

    private static void assertOnlyChange(String unit, Map<String, String> old, Map<String, String> updated) {
        assertNotEquals(updated.put(unit, old.get(unit)), old.get(unit));
        assertEquals(old, updated, "no other bundle changed");
    }

    private static long size(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
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
