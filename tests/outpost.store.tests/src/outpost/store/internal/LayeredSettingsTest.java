package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.store.StoreException;

class LayeredSettingsTest {
    @TempDir
    Path folder;

    private final Map<String, String> commandLine = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws Exception {
        file("cloud.url = http://file\nsync.interval-seconds = 7\n");
        assertEquals(Optional.of("http://file"), settings().text("cloud.url"));

        environment.put("OUTPOST_CLOUD_URL", "http://environment");
        environment.put("OUTPOST_SYNC_INTERVAL_SECONDS", " 8 ");
        assertEquals(Optional.of("http://environment"), settings().text("cloud.url"));
        assertEquals(8, settings().number("sync.interval-seconds", 30, 1, 60));

        commandLine.put("outpost.cloud.url", "http://command-line");
        assertEquals(Optional.of("http://command-line"), settings().text("cloud.url"));
    }

    @Test
    void whatWasChosenAtTheScreenStaysOverTheFileAndUnderTheEnvironment() throws Exception {
        file("language = en");
        LayeredSettings settings = settings();
        settings.keep("language", "uz");
        settings.keep("theme", "dark");
        settings.keep("language", "de");
        assertEquals(Optional.of("de"), settings.text("language"));

        LayeredSettings nextStart = settings();
        assertEquals(Optional.of("de"), nextStart.text("language"));
        assertEquals(Optional.of("dark"), nextStart.text("theme"));

        environment.put("OUTPOST_LANGUAGE", "ru");
        assertEquals(Optional.of("ru"), nextStart.text("language"));
    }

    @Test
    void aChoiceThatCannotBeWrittenChangesNothing() throws Exception {
        LayeredSettings settings = settings();
        Files.createDirectory(folder.resolve("chosen.properties.new"));

        assertThrows(StoreException.class, () -> settings.keep("language", "de"));

        assertEquals(Optional.empty(), settings.text("language"));
    }

    @Test
    void withoutAFileNothingIsSet() {
        assertEquals(Optional.empty(), settings().text("cloud.url"));
        assertEquals(30, settings().number("sync.interval-seconds", 30, 1, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "many", "1.5", "99999999999999999999"})
    void aNumberOutOfRangeIsRefusedWithItsName(String text) throws Exception {
        file("sync.interval-seconds = " + text);

        String message = assertThrows(
                        IllegalArgumentException.class, () -> settings().number("sync.interval-seconds", 30, 1, 60))
                .getMessage();

        assertTrue(message.contains("sync.interval-seconds") && message.contains(text), message);
    }

    @Test
    void aFileThatCannotBeReadIsReported() throws Exception {
        file("name = \\u12");

        assertThrows(StoreException.class, this::settings);
    }

    private void file(String content) throws Exception {
        Files.writeString(folder.resolve("outpost.properties"), content);
    }

    private LayeredSettings settings() {
        return new LayeredSettings(commandLine::get, environment::get, folder);
    }
}
