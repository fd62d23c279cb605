package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Json;

/** The main job on real input, by the command that people use. */
class ReplayTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("A-401")
    @Tag("A-912")
    void fourTillsRingRealInvoicesOfflineAndTheCloudCountsEachOnceOverItsPinnedKey()
            throws IOException, InterruptedException {
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"), "--tls", "on")) {
            assertEquals("https", cloud.uri().getScheme());
            Invoices.assertAllArrivedOnce(replay(cloud));
            assertGapless(cloud.summary());

            JsonNode again = replay(cloud);
            Invoices.assertAllArrivedOnce(again);
            assertEquals(0, again.get("duplicates").asLong(), "the tills knew what they had sent");
            assertEquals(4, cloud.summary().get("streams").size(), "the same four database files");
        }
    }

    /** Nothing is missing in any till's numbering. */
    static void assertGapless(JsonNode summary) {
        assertTrue(summary.get("streams").size() > 0);
        for (JsonNode stream : summary.get("streams")) {
            assertEquals(0, stream.get("missing").asLong(), stream::toString);
            assertEquals(
                    stream.get("highest").asLong(), stream.get("contiguous").asLong(), stream::toString);
        }
    }

    private JsonNode replay(CloudProcess cloud) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(Products.SHORT_LIVED);
        command.addAll(List.of(
                "-Doutpost.home=" + folder,
                "-Doutpost.till=" + Products.TILL,
                "-Doutpost.cloud=" + Products.CLOUD,
                "-cp",
                Products.CLOUD.resolve("plugins") + "/*",
                "outpost.tools.Main",
                "replay",
                "--cloud",
                cloud.uri().toString(),
                "--admin-token-file",
                cloud.adminTokenFile().toString(),
                "--invoices",
                Invoices.FILE.toString(),
                "--tills",
                "4",
                "--offline",
                "--json"));
        try (RealProcess replay = RealProcess.start(command, Map.of(), folder.resolve("replay.err"))) {
            String line = replay.awaitLine(text -> text.startsWith("{"), Duration.ofSeconds(180));
            assertEquals(0, replay.awaitExit(Duration.ofSeconds(30)), "exit code");
            return Json.mapper().readTree(line);
        }
    }
}
