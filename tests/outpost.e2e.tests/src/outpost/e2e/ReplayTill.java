package outpost.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Json;

/** A till of the built product without a window, in a process of its own; its database outlives the process. */
final class ReplayTill implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(300);

    private final Path product;
    private final Path folder;
    private final Path invoices;
    private final String share;
    private final EnrolmentLink link;
    private RealProcess process;

    /**
     * @param share K/N of the invoices
     */
    ReplayTill(Path product, Path folder, Path invoices, String share, EnrolmentLink link) throws IOException {
        this.product = product;
        this.folder = Files.createDirectories(folder);
        this.invoices = invoices;
        this.share = share;
        this.link = link;
    }

    /** Rings what is not rung yet, then sends; ends by itself. Small batches and short waits make room for faults. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(Products.SHORT_LIVED);
        command.addAll(List.of(
                "-Xmx256m",
                "-Doutpost.data=" + folder.resolve("data"),
                "-Dlogback.configurationFile=" + product.resolve("logback.xml"),
                "-Doutpost.sync.start=manual",
                "-Doutpost.lanes.listen=off",
                "-Doutpost.sync.batch.events=10",
                "-Doutpost.sync.backoff.millis=200",
                "-Doutpost.sync.pause.max.seconds=2",
                "-jar",
                launcher().toString(),
                "-nosplash",
                "-application",
                "outpost.replay.till",
                "-configuration",
                folder.resolve("configuration").toString(),
                "-data",
                "@noDefault",
                "--invoices",
                invoices.toString(),
                "--share",
                share,
                "--enrol",
                link.toString(),
                "--offline"));
        process = RealProcess.start(command, Map.of(), folder.resolve("till.err"));
    }

    /** Waits for a report with that state that fits. */
    JsonNode await(String state, Predicate<JsonNode> fits) throws InterruptedException {
        return parse(process.awaitLine(line -> isReport(line, state, fits), STEP));
    }

    /** Waits for the end; the till says that everything was rung and has arrived. */
    JsonNode awaitDone() throws InterruptedException {
        JsonNode done = await("done", report -> true);
        if (process.awaitExit(STEP) != 0) {
            throw new AssertionError("the till ended with an error, see " + folder);
        }
        return done;
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }

    private Path launcher() throws IOException {
        try (var jars = Files.newDirectoryStream(product.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            return jars.iterator().next();
        }
    }

    private static boolean isReport(String line, String state, Predicate<JsonNode> fits) {
        JsonNode report = parse(line);
        if (report.path("state").asText().equals("failed")) {
            throw new AssertionError(line);
        }
        return report.path("state").asText().equals(state) && fits.test(report);
    }

    private static JsonNode parse(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a report: " + line, e);
        }
    }
}
