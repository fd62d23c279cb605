package outpost.tools.internal.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import outpost.protocol.Json;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;

/** A till of the product, with the bench's bundle beside its own, in one folder. */
final class TillProcess implements AutoCloseable {
    private static final long LIMIT_MINUTES = 30;
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private final Installation installation;
    private final Path folder;
    private final List<String> options;
    private Optional<Process> behind = Optional.empty();

    /** @param options for the framework's launcher */
    TillProcess(Installation installation, Path folder, String... options) {
        this.installation = installation;
        this.folder = folder;
        this.options = List.of(options);
    }

    Path folder() {
        return folder;
    }

    /**
     * Runs it to its end.
     *
     * @param application the id of what Equinox is to start
     * @param readings takes what it prints
     * @throws ToolException if it cannot be started, or does not end well
     */
    void run(String application, Map<String, String> properties, Consumer<Reading> readings)
            throws InterruptedException {
        run(application, properties, List.of(), readings);
    }

    /**
     * The same with options of Java's own, after the product's.
     *
     * @throws ToolException as above
     */
    void run(String application, Map<String, String> properties, List<String> java, Consumer<Reading> readings)
            throws InterruptedException {
        run(command(application, properties, java), readings);
    }

    /**
     * Starts it behind whatever follows; {@link #close} ends it.
     *
     * @throws ToolException if it cannot be started
     */
    void start(String application, Map<String, String> properties) {
        try {
            behind = Optional.of(builder(command(application, properties, List.of()))
                    .redirectOutput(Redirect.DISCARD)
                    .start());
            behind.ifPresent(process -> Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)));
        } catch (IOException e) {
            throw new ToolException("the till cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        behind.ifPresent(Process::destroy);
    }

    /** Runs a process that opens an empty window with the till's own toolkit, and nothing else of the till. */
    void runBareWindow(String name, Consumer<Reading> readings) throws InterruptedException {
        run(
                List.of(
                        installation.java().toString(),
                        "-Xmx512m",
                        "-cp",
                        installation.bench() + File.pathSeparator + installation.toolkit(),
                        "outpost.bench.internal.screen.BareWindow",
                        name),
                readings);
    }

    private void run(List<String> command, Consumer<Reading> readings) throws InterruptedException {
        try {
            Process process = builder(command).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        readings.accept(Json.read(line, Reading.class));
                    }
                }
            }
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new ToolException("the till did not end well; see " + log());
            }
        } catch (IOException e) {
            throw new ToolException("the till cannot be started: " + e.getMessage(), e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder till = new ProcessBuilder(command).redirectError(Redirect.appendTo(log().toFile()));
        till.environment().putIfAbsent("GDK_BACKEND", "x11");
        till.environment().putIfAbsent("NO_AT_BRIDGE", "1");
        till.environment()
                .put(
                        "FONTCONFIG_FILE",
                        installation.till().resolve("fonts/fonts.conf").toString());
        return till;
    }

    private Path log() {
        return folder.resolve("till.log");
    }

    private List<String> command(String application, Map<String, String> properties, List<String> java) {
        Path product = installation.till();
        List<String> command = new ArrayList<>(List.of(
                installation.java().toString(),
                "@" + product.resolve("java.options"),
                "-Dlogback.configurationFile=" + product.resolve("logback.xml"),
                "-Dorg.eclipse.equinox.simpleconfigurator.configUrl="
                        + bundles().toUri(),
                "-Doutpost.data=" + folder.resolve("data")));
        command.addAll(java);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                installation.launcher().toString(),
                "-nosplash",
                "-application",
                application,
                "-configuration",
                folder.resolve("configuration").toString(),
                "-data",
                folder.resolve("workbench").toString()));
        command.addAll(options);
        return command;
    }

    /** The product's own list of bundles, and the bench's. */
    private Path bundles() {
        Path bench = installation.bench();
        Path list = folder.resolve("bundles.info");
        try {
            Files.createDirectories(folder);
            List<String> lines = new ArrayList<>(Files.readAllLines(
                    installation.till().resolve("configuration").resolve(BUNDLES)));
            lines.add("outpost.bench,1.0.0," + bench.toUri() + ",4,true");
            return Files.write(list, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + list, e);
        }
    }
}
