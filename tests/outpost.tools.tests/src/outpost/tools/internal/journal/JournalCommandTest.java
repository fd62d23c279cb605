package outpost.tools.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.JournalEntry;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.tools.internal.Call;
import outpost.values.PosId;

class JournalCommandTest {
    private static final KeyPair KEY = Ed25519.newKeyPair();

    @TempDir
    Path folder;

    private final List<JournalEntry> entries = new ArrayList<>();

    @BeforeEach
    void threeEntries() {
        String previous = Event.NO_HASH;
        for (int seq = 1; seq <= 3; seq++) {
            JournalEntry entry = JournalEntry.signed(
                    new PosId("K7M2QX4R"),
                    seq,
                    "2026-01-31T10:15:30Z",
                    "drawer",
                    "",
                    "{\"by\":\"Cashier\",\"reason\":\"“change”, please\"}",
                    previous,
                    KEY.getPrivate());
            entries.add(entry);
            previous = entry.hash();
        }
    }

    @Test
    void aWholeJournalIsWholeAndItsExportIsTheSameJournal() throws Exception {
        Path journal = write(entries);

        Call verified = verify(journal);
        Call exported = Call.of(
                "journal",
                "export",
                journal.toString(),
                "--to",
                folder.resolve("out").toString());
        Path again = folder.resolve("out/journal.jsonl");

        assertEquals(0, verified.exitCode(), verified.err());
        assertEquals("whole: 3 entries, head 3:" + entries.get(2).hash() + "\n", verified.out());
        assertEquals(0, exported.exitCode(), exported.err());
        assertEquals(Files.readString(journal), Files.readString(again));
        assertEquals(0, verify(again, "--head", "3:" + entries.get(2).hash()).exitCode());
        List<String> csv = Files.readAllLines(folder.resolve("out/journal.csv"));
        assertEquals(4, csv.size());
        assertTrue(csv.get(1).contains(",\"{\"\"by\"\":\"\"Cashier\"\",\"\"reason\"\":"), csv.get(1));
        assertTrue(Files.size(folder.resolve("out/journal.schema.json")) > 0);
    }

    @Test
    void aChangeIsNamedAndACutOffTailShowsAgainstTheHead() throws Exception {
        String touched = Files.readString(write(entries)).replaceFirst("please", "thanks");
        Call changed = verify(Files.writeString(folder.resolve("touched.jsonl"), touched));
        Call cut = verify(
                write(entries.subList(0, 2)), "--head", "3:" + entries.get(2).hash());

        assertEquals(1, changed.exitCode());
        assertTrue(changed.err().contains("entry 1: what it was about was changed"), changed.err());
        assertEquals(1, cut.exitCode());
        assertTrue(cut.err().contains("entry 3, which the cloud knows, is missing"), cut.err());
    }

    @Test
    void whatIsNoJournalIsRefusedInASentence() throws Exception {
        Path other = Files.writeString(folder.resolve("other"), "no journal\n");

        Call absent = verify(folder.resolve("absent"));
        Call wrong = verify(other);
        Call keyless = Call.of("journal", "verify", write(entries).toString());

        assertEquals(List.of(1, 1, 1), List.of(absent.exitCode(), wrong.exitCode(), keyless.exitCode()));
        assertTrue(absent.err().contains("cannot read"), absent.err());
        assertTrue(wrong.err().contains("line 1, is no entry of a journal"), wrong.err());
        assertTrue(keyless.err().contains("--key"), keyless.err());
    }

    private Call verify(Path file, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("journal", "verify", file.toString(), "--key", Ed25519.encode(KEY.getPublic())));
        arguments.addAll(List.of(more));
        return Call.of(arguments.toArray(String[]::new));
    }

    private Path write(List<JournalEntry> some) throws Exception {
        List<String> lines = some.stream().map(JournalRow::of).map(Json::write).toList();
        return Files.writeString(folder.resolve("journal.jsonl"), String.join("\n", lines) + "\n");
    }
}
