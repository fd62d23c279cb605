package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician updates one bundle of a till whose sales are still waiting. */
class FieldUpdateTest {
    private static final String UNIT = "outpost.catalog";
    private static final String OLD = "1.0.0";
    private static final String NEW = "1.0.1";
    private static final long RUNG_BEFORE = 30;

    @TempDir
    private Path folder;

    @Test
    @Tag("A-951")
    void updatesExactlyOneBundleAndKeepsTheWaitingSales() throws Exception {
        Path installed = install();
        Path repository = folder.resolve("repository");
        UnitRepository.publish(
                Products.ROOT.resolve("releng/product/till/target/repository"), UNIT, OLD, NEW, repository);
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"));
                FileServer server = new FileServer(repository);
                ReplayTill till = new ReplayTill(
                        installed,
                        folder.resolve("till"),
                        Invoices.FILE,
                        "1/10",
                        cloud.newTerminal("Lane 1", cloud.uri()))) {
            till.start();
            till.await("ringing", report -> report.get("done").asLong() >= RUNG_BEFORE);
            till.kill();
            Map<String, String> before = bundles(installed);

            update(installed, server.uri());

            Map<String, String> after = bundles(installed);
            assertEquals(OLD, before.get(UNIT));
            assertEquals(NEW, after.get(UNIT));
            after.put(UNIT, OLD);
            assertEquals(before, after, "no other bundle changed");

            assertEquals(0, cloud.summary().get("events").asLong(), "nothing has been sent yet");
            till.start();
            JsonNode done = till.awaitDone();
            long all = done.get("sales").asLong() + done.get("refunds").asLong();
            assertTrue(
                    done.get("rungNow").asLong() <= all - RUNG_BEFORE, "what was rung before is still there: " + done);
            JsonNode arrived = cloud.summary();
            for (String sum : List.of("sales", "refunds", "lines", "netMinor")) {
                assertEquals(done.get(sum).asLong(), arrived.get(sum).asLong(), sum);
            }
            ReplayTest.assertGapless(arrived);
        }
    }

    private void update(Path installed, URI repository) throws IOException, InterruptedException {
        Path launcher = Files.list(installed.resolve("plugins"))
                .filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                .findFirst()
                .orElseThrow();
        String group = UNIT + ".feature.feature.group";
        List<String> command = List.of(
                "java",
                "-Dp2.httpRule=allow",
                "-jar",
                launcher.toString(),
                "-nosplash",
                "-consoleLog",
                "-application",
                "org.eclipse.equinox.p2.director",
                "-data",
                "@noDefault",
                "-repository",
                repository.toString(),
                "-uninstallIU",
                group,
                "-installIU",
                group);
        try (RealProcess director = RealProcess.start(command, Map.of(), folder.resolve("director.err"))) {
            assertEquals(0, director.awaitExit(Duration.ofSeconds(120)), "exit code of p2's director");
        }
    }

    /** The bundles that the installation starts with, name to version. */
    private static Map<String, String> bundles(Path installed) throws IOException {
        Path list = installed.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        try (Stream<String> lines = Files.lines(list)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> parts[1],
                            (one, other) -> one + " and " + other,
                            java.util.TreeMap::new));
        }
    }

    private Path install() throws IOException {
        Path target = folder.resolve("installed");
        try (Stream<Path> files = Files.walk(Products.TILL)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        target.resolve(Products.TILL.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return target;
    }
}
