package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that checks a cloud from the outside, run against this one. */
class CurlTest extends OnOneCloud {
    @TempDir
    Path folder;

    @Test
    void theCloudIsAsTheScriptExpects() throws IOException, InterruptedException {
        Path file = Path.of(System.getProperty("outpost.root"), "tests", "measure", "curl");
        Path output = folder.resolve("output");
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        file.toString(),
                        cloud.uri("").resolve("/").toString().replaceFirst("/$", ""),
                        cloud.adminTokenFile().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The clock of the tests stands still, so that few calls are too many.
        script.environment().put("CALLS", "300");
        Process run = script.start();
        try {
            assertTrue(run.waitFor(120, TimeUnit.SECONDS), () -> read(output));
            assertEquals(0, run.exitValue(), () -> read(output));
        } finally {
            run.destroyForcibly();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
