package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulation of {@code outpost simulate}: hundreds of seeds pass, each replays to the word, and they would not if the product had these bugs. */
class SimulationTest {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path folder;

    @Test
    @Tag("A-711")
    void nothingIsLostDoubledStuckOrDifferentWhateverGoesWrong() throws Exception {
        // From a hundred seeds on, Java's second compiler takes less time than it saves.
        String output = simulate("-XX:+TieredCompilation", "--seeds", "1-250");

        assertTrue(output.contains("250 seeds, 0 failed"), output);
    }

    @Test
    void aSeedReplaysToTheWordWhateverRunsBesideIt() throws Exception {
        String beside = simulate(FIRST_COMPILER, "--seeds", "16-18", "--trace");
        String alone = simulate(FIRST_COMPILER, "--seeds", "17", "--trace", "--threads", "1");

        String trace = alone.substring(0, alone.lastIndexOf('\n'));
        assertTrue(trace.lines().count() > 50, alone);
        assertTrue(beside.contains(trace), () -> alone + "\n\nis not in\n\n" + beside);
    }

    @Test
    @Tag("A-712")
    void seedsFindBugsThatAreBuiltInOnPurpose() throws Exception {
        String output = simulate(
                FIRST_COMPILER,
                "--self-test",
                "--bugs",
                "3-4",
                "--seeds",
                "1-60",
                "--project",
                Products.ROOT.toString());

        assertTrue(output.contains("found by seed") && !output.contains("NOT FOUND"), output);
    }

    private String simulate(String compiler, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                compiler,
                "-cp",
                classPath(),
                "outpost.simulation.Main"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "simulation", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "still running after " + LIMIT);
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output).strip();
        assertEquals(0, process.exitValue(), text);
        return text;
    }

    /** The same flat class path as {@code ./outpost simulate} makes of what this build has made. */
    private static String classPath() throws IOException {
        String own = System.getProperty("java.class.path");
        if (own.contains("outpost.simulation")) {
            return own;
        }
        List<String> parts = new ArrayList<>();
        try (Stream<Path> jars = Files.list(Products.ROOT.resolve("tests/outpost.simulation/target"))) {
            jars.map(Path::toString)
                    .filter(jar -> jar.matches(".*/outpost\\.simulation-[0-9.]+\\.jar"))
                    .forEach(parts::add);
        }
        parts.add(Products.CLOUD.resolve("plugins") + "/*");
        parts.add(Products.TILL.resolve("plugins") + "/*");
        return String.join(File.pathSeparator, parts);
    }
}
