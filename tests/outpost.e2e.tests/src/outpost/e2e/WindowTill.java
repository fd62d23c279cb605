package outpost.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outpost.protocol.EnrolmentLink;

/** The till product with its window, in a process of its own, and a cashier who does what is dictated. */
final class WindowTill implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(90);

    private final Path folder;
    private final Path paper;
    private RealProcess process;

    /** @param folder for its data; its printer writes into a file there */
    WindowTill(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        paper = folder.resolve("paper");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/outpost.properties"), "printer.address=" + paper.toUri());
    }

    void start(EnrolmentLink link) throws IOException, InterruptedException {
        start(List.of("--enrol", link.toString()));
    }

    /** Starts it again as what it is. */
    void start() throws IOException, InterruptedException {
        start(List.of());
    }

    private void start(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Products.TILL.resolve("till").toString(),
                "--data",
                folder.resolve("data").toString()));
        command.addAll(arguments);
        String options = String.join(
                " ",
                String.join(" ", Products.SHORT_LIVED),
                "-Xmx256m",
                "-Doutpost.dictation=yes",
                "-Dosgi.configuration.area=" + folder.resolve("configuration"),
                "-Dorg.eclipse.equinox.simpleconfigurator.configUrl="
                        + Products.bundlesWithBench(folder).toUri());
        process = RealProcess.start(
                command,
                Map.of("OUTPOST_JAVA_OPTIONS", options, "OUTPOST_CLASS_ARCHIVE", "off"),
                folder.resolve("till.err"));
        does("shown entry");
    }

    /** Has the cashier do that, and waits until it is done; answers what belongs to the answer. */
    String does(String order) throws IOException, InterruptedException {
        return process.does(order, STEP);
    }

    int count(String list) throws IOException, InterruptedException {
        return Integer.parseInt(does("count " + list));
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** All that was printed so far. */
    String paper() throws IOException {
        return Files.exists(paper)
                ? new String(Files.readAllBytes(paper), java.nio.charset.StandardCharsets.US_ASCII)
                : "";
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
