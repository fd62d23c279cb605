package outpost.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import outpost.store.Store;

/** A till's database file in memory: real SQLite, whose content can be copied and put back as a backup is. */
public final class SimulatedDisk implements AutoCloseable {
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final byte ROLLBACK_JOURNAL = 1;

    private final SQLiteConnection connection;
    private final Session session;

    /** @param content a database file */
    public SimulatedDisk(byte[] content) {
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.enforceForeignKeys(true);
            config.setGetGeneratedKeys(false);
            connection = (SQLiteConnection) config.createConnection("jdbc:sqlite::memory:");
            connection.deserialize("main", content);
            connection.setAutoCommit(false);
            session = new Session(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite gives no database in memory", e);
        }
    }

    /** A new file, brought to its newest form by the real store and its migrations. */
    public static byte[] formatted(Consumer<Store> units) {
        try {
            Path folder = Files.createTempDirectory("outpost-simulation");
            SqliteStore store = new SqliteStore(folder);
            units.accept(store);
            store.close();
            byte[] content = Files.readAllBytes(folder.resolve("outpost.db"));
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
            // A database in memory has no write-ahead log; what a commit means stays the same.
            content[WRITE_VERSION] = ROLLBACK_JOURNAL;
            content[READ_VERSION] = ROLLBACK_JOURNAL;
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Session session() {
        return session;
    }

    /** Reads what is committed, without the program. */
    public <T> T read(Store.Work<T> work) {
        return session.read(work);
    }

    /** Changes what is committed, without the program. */
    public <T> T change(Store.Work<T> work) {
        return session.write(work);
    }

    /** What is committed, as a copy of the file has it. */
    public byte[] content() {
        try {
            return connection.serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite gives no copy", e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
