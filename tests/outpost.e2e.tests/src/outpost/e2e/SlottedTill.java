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
import outpost.protocol.EnrolmentLink;

/** The till product installed in two slots, and what a publisher and a technician do with it from a shell. */
final class SlottedTill implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(300);
    private static final Path BUILT = Products.ROOT.resolve("releng/product/till/target/repository");

    private final Path folder;
    private final Path home;
    private final Path data;
    private Optional<RealProcess> running = Optional.empty();
    private int commands;

    /** @param data of the till, made by whoever starts it first */
    SlottedTill(Path folder, Path data) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.data = data;
        home = folder.resolve("home");
        update("key", "--to", key().toString());
        update(
                "install",
                "--product",
                Products.TILL.toString(),
                "--home",
                home.toString(),
                "--publisher",
                key() + ".pub");
    }

    /** The product in one of the slots. */
    Path slot(String name) {
        return home.resolve(name);
    }

    /** Makes a release of one bundle under a higher version; answers its folder. */
    Path release(long number, String unit, String version, UnitRepository.Flaw flaw)
            throws IOException, InterruptedException {
        Path built = folder.resolve("built-" + number);
        UnitRepository.publish(BUILT, unit, "1.0.0", version, flaw, built);
        Path release = folder.resolve("release-" + number);
        update(
                "release",
                "--repository",
                built.toString(),
                "--unit",
                unit,
                "--number",
                Long.toString(number),
                "--name",
                version,
                "--key",
                key().toString(),
                "--to",
                release.toString());
        return release;
    }

    /** Runs {@code update COMMAND} of the built till, which must succeed. */
    void update(String... arguments) throws IOException, InterruptedException {
        String outcome = run(
                new ArrayList<>(List.of(
                        "java", "-Xmx256m", "-cp", Products.TILL.resolve("plugins") + "/*", "outpost.update.Main")),
                arguments);
        if (!outcome.startsWith("0 ")) {
            throw new AssertionError(arguments[0] + " has ended with " + outcome);
        }
    }

    /** Runs {@code till update COMMAND} at the installed till; answers its exit code and what it printed. */
    String technician(String... arguments) throws IOException, InterruptedException {
        return run(new ArrayList<>(List.of(home.resolve("till").toString(), "update")), arguments);
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
    void start(Optional<EnrolmentLink> link) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("till").toString(), "--data", data.toString()));
        link.ifPresent(known -> command.addAll(List.of("--enrol", known.toString())));
        running = Optional.of(RealProcess.start(
                command,
                Map.of(
                        "OUTPOST_JAVA_OPTIONS",
                        "-Xmx256m -Doutpost.update=off -Doutpost.lanes.listen=off",
                        "OUTPOST_CLASS_ARCHIVE",
                        "off"),
                folder.resolve("till.err")));
    }

    /** Ends it as whoever closes the shop does. */
    void stop() throws InterruptedException {
        running.orElseThrow().terminate(STEP);
    }

    @Override
    public void close() {
        running.ifPresent(RealProcess::closeTree);
    }

    private String run(List<String> command, String... arguments) throws IOException, InterruptedException {
        command.addAll(List.of(arguments));
        if (List.of("apply", "check", "rollback").contains(arguments[0])) {
            command.addAll(List.of("--data", data.toString()));
        }
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

    private Path key() {
        return folder.resolve("publisher.key");
    }
}
