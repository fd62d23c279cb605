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

/** The simulation of {@code outpost simulate}: its first seeds pass, each replays to the word, and they would not if the product had these bugs. */
class SimulationTest {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    @Test
    @Tag("A-711")
    void nothingIsLostDoubledStuckOrDifferentWhateverGoesWrongAndASeedReplaysToTheWord() throws Exception {
        String all = simulate("--seeds", "1-40", "--trace");

        assertTrue(all.contains("40 seeds, 0 failed"), all);
        String alone = simulate("--seeds", "17", "--trace", "--threads", "1");
        String trace = alone.substring(0, alone.lastIndexOf('\n'));
        assertTrue(trace.lines().count() > 100, alone);
        assertTrue(all.contains(trace), () -> alone + "\n\nis not in\n\n" + all);
    }

    @Test
    @Tag("A-712")
    void seedsFindBugsThatAreBuiltInOnPurpose() throws Exception {
        String output =
                simulate("--self-test", "--bugs", "3-4", "--seeds", "1-60", "--project", Products.ROOT.toString());

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
