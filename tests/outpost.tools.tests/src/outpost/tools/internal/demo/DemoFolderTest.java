package outpost.tools.internal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.tools.internal.ToolException;

class DemoFolderTest {
    @TempDir
    Path home;

    @Test
    void everyDemoBeginsWithAnEmptyFolderAndKeepsItsOwn() throws IOException {
        Path path = home.resolve("demo");
        try (DemoFolder first = DemoFolder.fresh(path)) {
            Files.createDirectories(first.path().resolve("till/log"));
            Files.writeString(first.path().resolve("till/log/till.log"), "x");
        }
        assertTrue(Files.exists(path.resolve("till/log/till.log")));

        try (DemoFolder second = DemoFolder.fresh(path);
                Stream<Path> content = Files.list(second.path())) {
            assertEquals(0, content.count());
        }
    }

    @Test
    void oneDemoAtATime() throws IOException {
        Path path = home.resolve("demo");
        try (DemoFolder first = DemoFolder.fresh(path)) {
            Files.writeString(first.path().resolve("kept"), "x");

            assertTrue(assertThrows(ToolException.class, () -> DemoFolder.fresh(path))
                    .getMessage()
                    .contains("another demo"));
            assertTrue(Files.exists(path.resolve("kept")));
        }
    }
}
