package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.store.StoreException;

@Timeout(60)
class SqliteStoreTest extends StoreFixture {
    @Test
    void whatWasWrittenIsThereAfterARestart() {
        add("tea");
        store.close();
        store = new SqliteStore(folder);

        assertEquals(List.of("tea"), names());
    }

    @Test
    @Tag("A-106")
    void aFullDiskIsReportedAndTheStoreGoesOnWhenThereIsRoomAgain() {
        StoreException full = assertThrows(
                StoreException.class,
                () -> store.write(transaction -> {
                    transaction.query("PRAGMA max_page_count = 1", row -> row);
                    for (int i = 0; i < 10_000; i++) {
                        insert(transaction, "a name that fills a page little by little " + i);
                    }
                    return "never";
                }));
        assertTrue(
                full.getCause().getMessage().contains("full"), full.getCause().getMessage());
        store.write(transaction -> transaction.query("PRAGMA max_page_count = 1000000", row -> row));

        add("tea");

        assertEquals(List.of("tea"), names());
        assertEquals("ok", integrity());
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();

        assertThrows(IllegalStateException.class, () -> add("tea"));
        assertThrows(IllegalStateException.class, this::names);
    }

    @Test
    void everyKindOfArgumentComesBackAsItWas() {
        store.write(transaction -> transaction.update(
                "CREATE TABLE kinds (text TEXT, number INTEGER, small INTEGER, flag INTEGER, bytes BLOB, gap TEXT)"));
        store.write(transaction -> transaction.update(
                "INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?)",
                Optional.of("чай 🫖"),
                Long.MIN_VALUE,
                -1,
                true,
                new byte[] {0, -1},
                Optional.empty()));

        store.read(transaction -> transaction.query("SELECT * FROM kinds", row -> {
            assertEquals("чай 🫖", row.text("text"));
            assertEquals(Long.MIN_VALUE, row.number("number"));
            assertEquals(-1, row.number("small"));
            assertTrue(row.flag("flag"));
            assertEquals(List.of((byte) 0, (byte) -1), List.of(row.bytes("bytes")[0], row.bytes("bytes")[1]));
            assertEquals(Optional.empty(), row.optionalText("gap"));
            assertThrows(IllegalStateException.class, () -> row.text("gap"));
            assertThrows(IllegalStateException.class, () -> row.number("gap"));
            assertThrows(StoreException.class, () -> row.text("no such column"));
            return row;
        }));
    }

    @Test
    void aStatementMayRunAgainWhileItsOwnRowsAreRead() {
        add("tea");
        add("coffee");
        String sql = "SELECT name FROM things ORDER BY id";

        List<Integer> inner = store.read(transaction -> transaction.query(
                sql, outer -> transaction.query(sql, row -> row.text("name")).size()));

        assertEquals(List.of(2, 2), inner);
    }

    @Test
    void everyConnectionKeepsTheSafetySettings() {
        for (String pragma : List.of("synchronous", "foreign_keys", "fullfsync")) {
            long expected = pragma.equals("synchronous") ? 2 : 1;
            assertEquals(expected, (long) store.write(transaction -> transaction.number("PRAGMA " + pragma)), pragma);
            assertEquals(expected, (long) store.read(transaction -> transaction.number("PRAGMA " + pragma)), pragma);
        }
        assertThrows(
                StoreException.class,
                () -> store.write(
                        transaction -> transaction.update("INSERT INTO things (name, owner) VALUES ('orphan', 99)")));
    }

    @Test
    void aSecondTillOnTheSameFolderIsRefusedUntilTheFirstEnds() {
        StoreException refused = assertThrows(StoreException.class, () -> new SqliteStore(folder));

        assertTrue(refused.getMessage().contains("in use by another till"), refused.getMessage());
        assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
        store.close();
        store = new SqliteStore(folder);
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatCannotBeOpenedIsReportedAndTheFolderIsFreeAgain() throws Exception {
        Path other = folder.resolve("other");
        java.nio.file.Files.createDirectories(other.resolve("outpost.db"));

        StoreException thrown = assertThrows(StoreException.class, () -> new SqliteStore(other));
        assertFalse(thrown.isDamage(), "a disk that gives nothing says nothing of the file");
        java.nio.file.Files.delete(other.resolve("outpost.db"));
        new SqliteStore(other).close();
    }

    @Test
    void anAnswerThatIsMissingOrNullIsAnError() {
        assertThrows(
                IllegalStateException.class,
                () -> store.read(transaction -> transaction.number("SELECT id FROM things WHERE id = 99")));
        assertThrows(
                IllegalStateException.class,
                () -> store.read(transaction -> transaction.number("SELECT max(id) FROM things")));
        assertInstanceOf(
                Optional.class,
                store.read(transaction -> transaction.first("SELECT name FROM things", row -> row.text("name"))));
        assertFalse(store.read(transaction -> transaction.first("SELECT name FROM things", row -> row.text("name")))
                .isPresent());
    }

    private String integrity() {
        return store.read(transaction -> transaction
                .first("PRAGMA integrity_check", row -> row.text("integrity_check"))
                .orElseThrow());
    }
}
