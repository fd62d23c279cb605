package outpost.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starter's own file, over tills that are a few lines of shell. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class StarterTest {
    private static final Path STARTER = Path.of(System.getProperty("outpost.root"))
            .resolve("features/outpost.platform.feature/rootfiles/common/starter/till");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(home.resolve("state"));
        Files.copy(STARTER, home.resolve("till"));
        slot("a", "");
        slot("b", "");
        pointer("a");
    }

    @Test
    void startsWhatThePointerNamesAndAnswersItsExitCode() throws Exception {
        slot("a", "exit 7");
        assertEquals(7, run());
        assertEquals("a", started());
    }

    @Test
    @Tag("A-957")
    void anUpdatedTillThatSaysThatItWorksStays() throws Exception {
        slot("b", "echo b >\"$OUTPOST_UPDATE_HOME/state/pointer\"");
        pointer("b trial a");
        assertEquals(0, run());
        assertEquals(0, run());
        assertEquals("b b", started());
    }

    @Test
    @Tag("A-958")
    void anUpdatedTillThatEndsBeforeItSaysSoGoesBack() throws Exception {
        slot("b", "exit 1");
        pointer("b trial a");
        assertEquals(0, run());
        assertEquals("b a", started());
        assertEquals("a undone b", pointer());
    }

    @Test
    @Tag("A-958")
    void anUpdatedTillThatHangsIsEndedAndGoesBack() throws Exception {
        slot("b", "exec sleep 600");
        pointer("b trial a");
        assertEquals(0, run(Map.of("OUTPOST_TRIAL_SECONDS", "1")));
        assertEquals("b a", started());
        assertEquals("a undone b", pointer());
    }

    @Test
    @Tag("A-957")
    void powerThatFailsDuringTheTrialGoesBack() throws Exception {
        pointer("b tried a");
        assertEquals(0, run());
        assertEquals("a", started());
        assertEquals("a undone b", pointer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b", "b trial", "c", "b trial b", "\u0000\u0000\u0000"})
    @Tag("A-957")
    void anUnreadablePointerStartsTheSlotThatIsWhole(String line) throws Exception {
        Files.delete(home.resolve("a/whole"));
        pointer(line);
        run();
        assertEquals("b", started());
    }

    @Test
    void aTillMayAskToBeStartedAgain() throws Exception {
        slot("a", "[ -e \"$OUTPOST_UPDATE_HOME/again\" ] || { touch \"$OUTPOST_UPDATE_HOME/again\"; exit 23; }");
        assertEquals(0, run());
        assertEquals("a a", started());
    }

    @Test
    void theTillHasTheStartersInput() throws Exception {
        slot("a", "read word; echo \"$word\" >\"$OUTPOST_UPDATE_HOME/heard\"");
        Process process = start(Map.of());
        process.getOutputStream().write("hello\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        assertEquals(0, ended(process));
        assertEquals("hello", Files.readString(home.resolve("heard")).strip());
    }

    @Test
    void whoEndsTheStarterEndsTheTill() throws Exception {
        slot(
                "a",
                "trap 'touch \"$OUTPOST_UPDATE_HOME/ended\"; exit 0' TERM; touch \"$OUTPOST_UPDATE_HOME/up\"; while :; do sleep 0.1; done");
        Process process = start(Map.of());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(home.resolve("up"))) {
            assertTrue(System.nanoTime() < deadline, "the till has started");
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroy();
        ended(process);
        assertTrue(Files.exists(home.resolve("ended")));
    }

    private void slot(String name, String does) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Files.writeString(folder.resolve("whole"), "");
        Path till = folder.resolve("till");
        Files.writeString(till, "#!/bin/sh\necho " + name + " >>\"$OUTPOST_UPDATE_HOME/started\"\n" + does + "\n");
        Files.setPosixFilePermissions(till, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void pointer(String line) throws IOException {
        Files.writeString(home.resolve("state/pointer"), line + "\n");
    }

    private String pointer() throws IOException {
        return Files.readString(home.resolve("state/pointer")).strip();
    }

    /** The slots that were started, in order. */
    private String started() throws IOException {
        return String.join(" ", Files.readAllLines(home.resolve("started")));
    }

    private int run() throws Exception {
        return run(Map.of());
    }

    private int run(Map<String, String> environment) throws Exception {
        return ended(start(environment));
    }

    private Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of("sh", home.resolve("till").toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static int ended(Process process) throws InterruptedException {
        try {
            assertTrue(process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS), "the starter has ended");
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
