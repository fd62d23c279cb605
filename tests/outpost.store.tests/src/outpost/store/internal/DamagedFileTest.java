package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outpost.store.StoreException;

/** A database file that the disk has spoilt. */
class DamagedFileTest {
    private static final int PAGE = 4096;
    private static final int ROWS = 2_000;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void fill() {
        file = folder.resolve("outpost.db");
        open();
        store.write(transaction -> {
            transaction.update("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
            for (int i = 0; i < ROWS; i++) {
                transaction.update("INSERT INTO things (name) VALUES (?)", "thing number " + i + " of many");
            }
            return transaction.query("PRAGMA user_version", row -> row);
        });
        store.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Spoilt.class)
    @Tag("A-119")
    void aDamagedFileIsSetAsideAsItWasAndTheStoreGoesOnWithANewOne(Spoilt how) throws IOException {
        how.spoil(file);
        leaveUnclosed();
        byte[] damaged = Files.readAllBytes(file);

        open();

        assertEquals(List.of(folder.resolve("damaged/1")), store.setAside());
        assertArrayEquals(damaged, Files.readAllBytes(folder.resolve("damaged/1/outpost.db")));
        assertEquals(0, tables(), "a new file");
        store.write(transaction -> transaction.update("CREATE TABLE fresh (id INTEGER PRIMARY KEY)"));
        store.close();
        open();
        assertEquals(1, tables());
        assertEquals(1, store.setAside().size(), "once");
    }

    @Test
    void aSoundFileStaysWhereItIsHoweverTheTillEnded() throws IOException {
        leaveUnclosed();

        open();

        assertEquals(List.of(), store.setAside());
        assertEquals(ROWS, rows());
    }

    @Test
    void whatOnlyShowsWhileTheTillRunsIsToldAsDamageAndSetAsideAtTheNextStart() throws IOException {
        Spoilt.A_PAGE_IN_THE_MIDDLE.spoil(file);
        open();
        assertEquals(List.of(), store.setAside(), "closed in order, so only what every start needs was looked at");

        StoreException thrown = assertThrows(
                StoreException.class,
                () -> store.read(transaction -> transaction.query("SELECT name FROM things", row -> row.text("name"))));
        store.close();
        open();

        assertTrue(thrown.isDamage());
        assertEquals(1, store.setAside().size());
    }

    @Test
    void aPowerCutAmidSettingAsideLosesNoPartOfTheFile() throws IOException {
        Path moving = Files.createDirectories(folder.resolve("damaged/1.moving"));
        Files.move(file, moving.resolve("outpost.db"));
        Files.writeString(folder.resolve("outpost.db-wal"), "the log");

        open();

        assertEquals(List.of(folder.resolve("damaged/1")), store.setAside());
        assertEquals("the log", Files.readString(folder.resolve("damaged/1/outpost.db-wal")));
        assertTrue(Files.exists(folder.resolve("damaged/1/outpost.db")));
        assertEquals(0, tables());
    }

    @Test
    void aLogWithoutItsDatabaseIsNotThrownAway() throws IOException {
        Files.delete(file);
        Files.writeString(folder.resolve("outpost.db-wal"), "the log");

        open();

        assertEquals("the log", Files.readString(folder.resolve("damaged/1/outpost.db-wal")));
    }

    @Test
    void aWrongStatementIsNoDamage() {
        open();

        StoreException thrown =
                assertThrows(StoreException.class, () -> store.write(transaction -> transaction.update("nonsense")));
        store.close();
        open();

        assertFalse(thrown.isDamage());
        assertEquals(List.of(), store.setAside());
    }

    private void open() {
        store = new SqliteStore(folder);
    }

    /** As after {@code kill -9}: who held the lock stands in it. */
    private void leaveUnclosed() throws IOException {
        Files.writeString(folder.resolve("outpost.lock"), "4711");
    }

    private long rows() {
        return store.read(transaction -> transaction.number("SELECT count(*) FROM things"));
    }

    private long tables() {
        return store.read(transaction -> transaction.number("SELECT count(*) FROM sqlite_master"));
    }

    /** What disks do to files. */
    private enum Spoilt {
        HEADER(0, 100),
        FIRST_PAGES(0, 4 * PAGE),
        A_PAGE_IN_THE_MIDDLE(10 * PAGE, PAGE),
        CUT_SHORT(8 * PAGE + 100, -1),
        EVERYTHING(0, 1 << 30);

        private final int from;
        private final int length;

        Spoilt(int from, int length) {
            this.from = from;
            this.length = length;
        }

        void spoil(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                if (length < 0) {
                    channel.truncate(from);
                    return;
                }
                byte[] junk = new byte[(int) Math.min(length, channel.size() - from)];
                Arrays.fill(junk, (byte) 0xA5);
                channel.write(ByteBuffer.wrap(junk), from);
            }
        }
    }
}
