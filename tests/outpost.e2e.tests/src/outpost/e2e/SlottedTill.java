package outpost.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The till product in two slots with its window, what a technician does at a shell, and a person who does what is dictated. */
final class SlottedTill implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(300);
    private static final String LIST = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";

    private final Path folder;
    private final Path home;
    private final Path data;
    private Optional<RealProcess> running = Optional.empty();
    private int commands;

    /**
     * @param folder in which the publisher has installed it as {@code home}
     * @param data of the till, made by whoever starts it first
     */
    SlottedTill(Path folder, Path data) throws IOException {
        this.folder = folder;
        this.data = data;
        home = folder.resolve("home");
        seat(slot("a"));
    }

    /** Gives the person a place in the till as it is installed, as a bundle among the others. */
    private static void seat(Path slot) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(slot.resolve(LIST)));
        if (lines.stream().noneMatch(line -> line.startsWith("outpost.bench,"))) {
            Files.copy(Products.BENCH, slot.resolve("plugins/outpost.bench_1.0.0.jar"));
            lines.add("outpost.bench,1.0.0,plugins/outpost.bench_1.0.0.jar,4,true");
            Files.write(slot.resolve(LIST), lines);
        }
    }

    /** The product in one of the slots. */
    Path slot(String name) {
        return home.resolve(name);
    }

    /** Runs {@code till update COMMAND} at the installed till; answers its exit code and what it printed. */
    String technician(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("till").toString(), "update"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Path output = folder.resolve("command-" + ++commands + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(STEP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(arguments[0] + " still runs, see " + output);
            }
            return process.exitValue() + " " + Files.readString(output).strip();
        } finally {
            process.destroyForcibly();
        }
    }

    String pointer() throws IOException {
        return Files.readString(home.resolve("state/pointer")).strip();
    }

    /** Waits until the starter and the till agree on that. */
    void awaitPointer(String line) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + STEP.toNanos();
        while (!pointer().equals(line)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the pointer is '" + pointer() + "' and not '" + line + "', see " + folder);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Starts it with its window. */
    void start() throws IOException {
        running = Optional.of(RealProcess.start(
                List.of(home.resolve("till").toString(), "--data", data.toString()),
                Map.of(
                        "OUTPOST_JAVA_OPTIONS",
                        String.join(" ", Products.SHORT_LIVED)
                                + " -Xmx256m -Doutpost.update=off -Doutpost.lanes.listen=off -Doutpost.dictation=yes",
                        "OUTPOST_CLASS_ARCHIVE",
                        "off"),
                folder.resolve("till.err")));
    }

    /** Has the person at the window do that, and waits until it is done. */
    void does(String order) throws IOException, InterruptedException {
        running.orElseThrow().does(order, STEP);
    }

    /** Has the person do what ends this till, so that it may have no time to answer. */
    void doesLast(String order) throws IOException {
        running.orElseThrow().say(order);
    }

    /** Ends it as whoever closes the shop does. */
    void stop() throws InterruptedException {
        running.orElseThrow().terminate(STEP);
    }

    @Override
    public void close() {
        running.ifPresent(RealProcess::closeTree);
    }
}
