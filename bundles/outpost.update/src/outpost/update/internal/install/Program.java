package outpost.update.internal.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import outpost.update.internal.UpdateException;

/** Runs one of Equinox's applications of an installed till in a process of its own, which cannot take the running till with it. */
final class Program {
    private static final Path JAVA = Path.of(
            System.getProperty("java.home"),
            "bin",
            System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java");

    private final Path till;
    private final Path log;
    private final Duration limit;

    /**
     * @param till the folder that it is installed in
     * @param log takes what it prints
     * @param limit after which it is killed
     */
    Program(Path till, Path log, Duration limit) {
        this.till = till;
        this.log = log;
        this.limit = limit;
    }

    /**
     * Waits for its end.
     *
     * @return its exit code; empty if it was killed because it took too long
     */
    Optional<Integer> run(List<String> options, String application, List<String> arguments)
            throws InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-jar", launcher().toString(), "-nosplash", "-application", application));
        command.addAll(List.of("-data", "@noDefault"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                    .start();
            try {
                return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                        ? Optional.of(process.exitValue())
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UpdateException("Cannot start " + application + " in " + till + ": " + e.getMessage(), e);
        }
    }

    private Path nothing() throws IOException {
        Path empty = log.resolveSibling("nothing");
        return Files.exists(empty) ? empty : Files.createFile(empty);
    }

    private Path launcher() {
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(till.resolve("plugins"), "org.eclipse.equinox.launcher_*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
            throw new UpdateException("There is no till in " + till);
        } catch (IOException e) {
            throw new UpdateException("There is no till in " + till, e);
        }
    }
}
