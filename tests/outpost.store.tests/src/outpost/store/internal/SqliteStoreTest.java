package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.SampleUnits;
import outpost.store.StoreException;
import outpost.store.Transaction;

@Timeout(60)
class SqliteStoreTest {
    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(folder);
        store.migrate("sample", SampleUnits.class);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        add("tea");
        store.close();
        store = new SqliteStore(folder);

        assertEquals(List.of("tea"), names());
    }

    @Test
    void aPartThatFailsTakesItsOwnWritesBackAndNoMore() {
        List<String> followed = new ArrayList<>();
        store.write(transaction -> {
            insert(transaction, "tea");
            assertThrows(
                    StoreException.class,
                    () -> transaction.nested(part -> {
                        insert(part, "coffee");
                        part.afterCommit(() -> followed.add("coffee"));
                        return part.update("INSERT INTO no_such_table VALUES (1)");
                    }));
            transaction.nested(part -> {
                insert(part, "milk");
                part.afterCommit(() -> followed.add("milk"));
                assertThrows(
                        IllegalStateException.class,
                        () -> part.nested(inner -> {
                            insert(inner, "sugar");
                            throw new IllegalStateException("no sugar");
                        }));
                return "milk";
            });
            return transaction;
        });

        assertEquals(List.of("milk", "tea"), names().stream().sorted().toList());
        assertEquals(List.of("milk"), followed);
    }

    @Test
    void workThatThrowsLeavesNothingAndItsOwnExceptionArrives() {
        IllegalArgumentException thrown = new IllegalArgumentException("no");

        Exception arrived = assertThrows(
                IllegalArgumentException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    throw thrown;
                }));

        assertSame(thrown, arrived);
        assertEquals(List.of(), names());
    }

    @Test
    void anErrorRollsBackTooAndTheStoreGoesOn() {
        assertThrows(
                AssertionError.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    throw new AssertionError("a bug in the work");
                }));
        add("coffee");

        assertEquals(List.of("coffee"), names());
    }

    @Test
    void afterAFailedStatementNothingOfTheTransactionIsStoredEvenIfTheFailureWasCaught() {
        add("tea");

        assertThrows(
                StoreException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "coffee");
                    assertThrows(StoreException.class, () -> insert(transaction, "tea"));
                    return "as if nothing had happened";
                }));

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
    void aReaderKeepsItsPictureWhileTheWriterCommits() throws Exception {
        add("tea");

        List<Long> counts = store.read(transaction -> {
            long before = count(transaction);
            CompletableFuture.runAsync(() -> add("coffee")).join();
            return List.of(before, count(transaction));
        });

        assertEquals(List.of(1L, 1L), counts);
        assertEquals(2, names().size());
    }

    @Test
    void readersDoNotWaitForTheWriterAndDoNotSeeWhatIsNotCommitted() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> store.write(transaction -> {
            insert(transaction, "tea");
            written.countDown();
            await(read);
            return "done";
        }));
        await(written);

        assertEquals(List.of(), names());
        read.countDown();
        writing.join();
        assertEquals(List.of("tea"), names());
    }

    @Test
    void moreReadersThanConnectionsTakeTurns() {
        add("tea");
        List<CompletableFuture<List<String>>> readers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readers.add(CompletableFuture.supplyAsync(this::names));
        }

        readers.forEach(reader -> assertEquals(List.of("tea"), reader.join()));
    }

    @Test
    void aReaderCannotWrite() {
        assertThrows(StoreException.class, () -> store.read(transaction -> insert(transaction, "tea")));
        assertThrows(
                IllegalStateException.class,
                () -> store.read(transaction -> {
                    transaction.afterCommit(() -> {});
                    return "never";
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void aWriteWithinAWriteIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> store.write(transaction -> {
                    insert(transaction, "tea");
                    add("coffee");
                    return "never";
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void aTransactionThatWasKeptIsOfNoUse() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        store.write(transaction -> {
            kept.set(transaction);
            return "done";
        });

        assertThrows(IllegalStateException.class, () -> insert(kept.get(), "tea"));
        assertThrows(IllegalStateException.class, () -> kept.get().afterCommit(() -> {}));
    }

    @Test
    void whatFollowsACommitRunsInOrderAndSeesIt() {
        List<String> seen = new ArrayList<>();
        store.write(transaction -> {
            transaction.afterCommit(() -> seen.add("first sees " + names()));
            transaction.afterCommit(() -> {
                throw new IllegalStateException("a listener's bug");
            });
            transaction.afterCommit(() -> seen.add("third"));
            return insert(transaction, "tea");
        });

        assertEquals(List.of("first sees [tea]", "third"), seen);
    }

    @Test
    void nothingFollowsARollback() {
        List<String> seen = new ArrayList<>();

        assertThrows(
                IllegalArgumentException.class,
                () -> store.write(transaction -> {
                    transaction.afterCommit(() -> seen.add("wrong"));
                    throw new IllegalArgumentException("no");
                }));

        assertEquals(List.of(), seen);
    }

    @Test
    void anInterruptedCallerStillLearnsThatItsWorkWasStored() {
        Thread.currentThread().interrupt();

        add("tea");

        assertTrue(Thread.interrupted());
        assertEquals(List.of("tea"), names());
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

    private void add(String name) {
        store.write(transaction -> insert(transaction, name));
    }

    private static int insert(Transaction transaction, String name) {
        return transaction.update("INSERT INTO things (name) VALUES (?)", name);
    }

    private List<String> names() {
        return store.read(
                transaction -> transaction.query("SELECT name FROM things ORDER BY id", row -> row.text("name")));
    }

    private String integrity() {
        return store.read(transaction -> transaction
                .first("PRAGMA integrity_check", row -> row.text("integrity_check"))
                .orElseThrow());
    }

    private static long count(Transaction transaction) {
        return transaction.number("SELECT count(*) FROM things");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS), "waited in vain");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
