package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.SampleUnits;
import outpost.store.StoreException;

/** Runs where classes come from bundles, as in a till. */
class ScriptsTest {
    private static final String HISTORY = "schema_history_sample";

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatFlywayRanIsDone() {
        assertFalse(done("sample"));

        store.migrate("sample", SampleUnits.class);

        assertTrue(done("sample"));
    }

    @Test
    void aScriptThatIsNotAsItRanIsFlywaysToJudge() {
        store.migrate("sample", SampleUnits.class);
        change("SET checksum = checksum + 1 WHERE version = '1'");

        assertFalse(done("sample"));
        assertThrows(StoreException.class, () -> store.migrate("sample", SampleUnits.class));
    }

    @Test
    void whatFailedIsNotDone() {
        store.migrate("sample", SampleUnits.class);
        change("SET success = 0 WHERE version = '1'");

        assertFalse(done("sample"));
    }

    @Test
    void aUnitWithoutScriptsIsNeverDone() {
        assertFalse(done("nowhere"));
    }

    private boolean done(String unit) {
        return store.read(transaction -> Scripts.of(SampleUnits.class, unit).areDone(transaction, HISTORY));
    }

    private void change(String set) {
        assertEquals(1, store.write(transaction -> transaction.update("UPDATE " + HISTORY + " " + set)));
    }
}
