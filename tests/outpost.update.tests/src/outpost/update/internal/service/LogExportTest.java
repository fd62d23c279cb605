package outpost.update.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Ed25519;
import outpost.update.internal.UpdateException;

class LogExportTest {
    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ0aWxsIn0.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    @Test
    @Tag("A-961")
    void holdsLogsAndSettingsButNothingSecret() throws IOException {
        String key = Ed25519.encode(Ed25519.newKeyPair().getPrivate());
        Path data = Files.createDirectories(folder.resolve("data"));
        Path log = Files.createDirectories(data.resolve("log"));
        Files.writeString(
                log.resolve("till.log"),
                String.join(
                        "\n",
                        "INFO Enrolled at http://cloud:8080/",
                        "WARN refused: Authorization: Bearer opaque-secret",
                        "WARN token " + TOKEN + " is too old",
                        "WARN link http://cloud:8080/#enrol=main.7KQ2-SECRET",
                        "WARN key " + key));
        Files.writeString(data.resolve("outpost.properties"), "cloud.url=http://cloud:8080\nterminal.pin=4711\n");
        for (String secret : List.of("vault.key", "terminal.json", "outpost.db", "outpost.db-wal", "admin.token")) {
            Files.writeString(data.resolve(secret), "the secret itself");
        }
        Path state = Files.createDirectories(folder.resolve("state"));
        Files.writeString(state.resolve("director.log"), "Overall install request is satisfiable");
        Files.writeString(state.resolve("publishers"), "the secret itself");

        assertEquals(3, new LogExport(data).to(folder.resolve("logs.zip"), List.of(state), Map.of()));

        Map<String, String> files = read(folder.resolve("logs.zip"));
        assertEquals(List.of("log/till.log", "outpost.properties", "state/director.log"), List.copyOf(files.keySet()));
        String all = files.toString();
        assertTrue(all.contains("Enrolled at http://cloud:8080/"), all);
        assertTrue(all.contains("cloud.url=http://cloud:8080"), all);
        for (String secret : List.of("the secret itself", "opaque-secret", TOKEN, "7KQ2-SECRET", key, "4711")) {
            assertFalse(all.contains(secret), secret + " is in the export");
        }
    }

    @Test
    void overwritesNothing() throws IOException {
        Path there = Files.writeString(folder.resolve("logs.zip"), "something else");
        assertThrows(UpdateException.class, () -> new LogExport(folder).to(there, List.of(), Map.of()));
        assertEquals("something else", Files.readString(there));
    }

    private static Map<String, String> read(Path zip) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
