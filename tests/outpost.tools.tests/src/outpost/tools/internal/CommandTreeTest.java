package outpost.tools.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTreeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"import", "import-legacy", "replay", "demo", "journal"})
    void everyCommandExplainsItself(String command) {
        Call help = Call.of(command, "--help");

        assertEquals(0, help.exitCode());
        assertTrue(help.out().startsWith("Usage: outpost " + command), help.out());
        assertEquals("", help.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import --colour",
                "replay --colour",
                "demo --colour",
                "demo --keep now",
                "import",
                "replay",
                "sell",
                "journal",
                "journal verify",
                "--colour"
            })
    void whatIsNotUnderstoodIsRefusedInOneLine(String line) {
        Call wrong = Call.of(line.split(" "));

        assertEquals(2, wrong.exitCode());
        assertEquals("", wrong.out());
        assertEquals(1, wrong.err().lines().count(), wrong.err());
        assertTrue(wrong.err().contains("--help"), wrong.err());
    }

    @Test
    void aMistypedOptionIsNamed() {
        assertTrue(Call.of("import", "--colour").err().contains("--colour"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65", "-1", "four"})
    void thereAreOneToSixtyFourTills(String tills) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "x");

        Call wrong = Call.of(
                "replay",
                "--cloud",
                "http://127.0.0.1:1",
                "--admin-token-file",
                token.toString(),
                "--invoices",
                token.toString(),
                "--tills",
                tills);

        assertEquals(2, wrong.exitCode(), wrong.err());
        assertTrue(wrong.err().contains("--tills"), wrong.err());
    }

    @Test
    void aCloudThatIsNotThereIsASentence() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "x");

        Call away = Call.of(
                "replay",
                "--cloud",
                "http://127.0.0.1:1",
                "--admin-token-file",
                token.toString(),
                "--invoices",
                token.toString(),
                "--tills",
                "2");

        assertEquals(1, away.exitCode());
        assertEquals("outpost replay: the cloud at http://127.0.0.1:1 cannot be reached\n", away.err());
    }

    @Test
    void aTokenFileThatIsNotThereIsASentence() {
        Call wrong = Call.of(
                "replay",
                "--cloud",
                "http://127.0.0.1:1",
                "--admin-token-file",
                folder.resolve("absent").toString(),
                "--invoices",
                "x",
                "--tills",
                "2");

        assertEquals(1, wrong.exitCode());
        assertTrue(wrong.err().startsWith("outpost replay: cannot read the administrator's token"), wrong.err());
        assertEquals(1, wrong.err().lines().count());
    }
}
