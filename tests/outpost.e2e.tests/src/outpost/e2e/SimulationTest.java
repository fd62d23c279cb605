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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulation of {@code outpost simulate}: its first seeds pass, each replays to the word, and they would not if the product had these bugs. */
class SimulationTest {
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @TempDir
    Path folder;

    @Test
    void nothingIsLostDoubledStuckOrDifferentWhateverGoesWrong() throws Exception {
        String output = simulate("--seeds", "1-40");

        assertTrue(output.contains("40 seeds, 0 failed"), output);
    }

    @Test
    void aSeedReplaysToTheWord() throws Exception {
        assertEquals(
                simulate("--seeds", "11-13", "--trace", "--threads", "1").replaceAll("\\d+ s$", ""),
                simulate("--seeds", "11-13", "--trace").replaceAll("\\d+ s$", ""));
    }

    @Test
    void seedsFindBugsThatAreBuiltInOnPurpose() throws Exception {
        String output =
                simulate("--self-test", "--bugs", "1-4", "--seeds", "1-60", "--project", Products.ROOT.toString());

        assertTrue(output.contains("found by seed") && !output.contains("NOT FOUND"), output);
    }

    private String simulate(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
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
