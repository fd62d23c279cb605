package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.SampleUnits;
import outpost.store.StoreException;

class MigrationsTest {
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
    void eachUnitHasItsOwnHistoryAndRunsItsMigrationsOnce() {
        store.migrate("sample", SampleUnits.class);
        store.write(transaction -> transaction.update("INSERT INTO things (name) VALUES ('kept')"));
        store.migrate("sample", SampleUnits.class);

        assertEquals(List.of("schema_history_sample", "things"), tables());
        assertEquals(1, number("SELECT count(*) FROM things"));
    }

    @Test
    void aUnitJoinsAFileThatHoldsOthers() {
        store.write(transaction -> transaction.update("CREATE TABLE earlier (id INTEGER)"));

        store.migrate("sample", SampleUnits.class);

        assertEquals(List.of("earlier", "schema_history_sample", "things"), tables());
    }

    @Test
    void aMigrationThatFailsLeavesTheFormBeforeItAndSaysSo() {
        assertThrows(StoreException.class, () -> store.migrate("broken", SampleUnits.class));

        assertEquals(List.of("good", "schema_history_broken"), tables());
        store.migrate("sample", SampleUnits.class);
    }

    @Test
    @Tag("A-952")
    void anOlderBundleAcceptsAFileThatANewerOneBroughtForward() {
        store.migrate("sample", SampleUnits.class);
        store.write(transaction -> transaction.update(
                "INSERT INTO schema_history_sample (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (9, '9', 'from a newer bundle', 'SQL', 'V9__newer.sql', 1, '', 1, 1)"));

        store.migrate("sample", SampleUnits.class);

        assertEquals(0, number("SELECT count(*) FROM things"));
    }

    @Test
    void aUnitWithoutMigrationsIsAMistake() {
        assertThrows(StoreException.class, () -> store.migrate("nowhere", SampleUnits.class));
        assertThrows(StoreException.class, () -> store.migrate("empty", SampleUnits.class));
        assertThrows(IllegalArgumentException.class, () -> store.migrate("../sample", SampleUnits.class));
    }

    private List<String> tables() {
        return store.read(transaction -> transaction.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", row -> row.text("name")));
    }

    private long number(String sql) {
        return store.read(transaction -> transaction.number(sql));
    }
}
