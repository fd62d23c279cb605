package outpost.store.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import outpost.store.StoreException;

/**
 * The database file, and the one way in which connections to it are set up: a commit returns after the disk has it.
 *
 * <p>Source of the settings' meaning: sqlite.org/pragma.html and sqlite.org/wal.html.
 */
final class SqliteFile {
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int FULL = 2;
    /** SQLite reads a negative number as kibibytes, a positive one as pages. */
    private static final int CACHE_KIBIBYTES = -16_384;
    /** To which the write-ahead log is cut back after a snapshot has let it grow. */
    private static final int LOG_BYTES = 16 * 1024 * 1024;

    private final Path file;

    SqliteFile(Path folder) {
        this.file = folder.resolve("outpost.db");
    }

    Path path() {
        return file;
    }

    /** The write-ahead log, which holds what was committed last. */
    Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    Session writer() {
        return open("PRAGMA query_only = OFF");
    }

    Session reader() {
        return open("PRAGMA query_only = ON");
    }

    /** Connections for a migration, which begins and ends its own transactions. */
    DataSource dataSource() {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl(url());
        return source;
    }

    private Session open(String mode) {
        try {
            Connection connection = config().createConnection(url());
            boolean ready = false;
            try {
                prepare(connection, mode);
                ready = true;
                return new Session(connection);
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw Damage.told("cannot open the database " + file, e);
        }
    }

    private void prepare(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Without it, macOS answers before the drive has the data.
            statement.execute("PRAGMA fullfsync = ON");
            statement.execute("PRAGMA checkpoint_fullfsync = ON");
            statement.execute(mode);
            require(statement, "journal_mode", "wal");
            require(statement, "synchronous", Integer.toString(FULL));
        }
        connection.setAutoCommit(false);
    }

    /** SQLite ignores a setting that it cannot keep, for example write-ahead logging on a network drive. */
    private void require(Statement statement, String pragma, String expected) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + pragma)) {
            String actual = result.getString(1);
            if (!expected.equals(actual)) {
                throw new StoreException("the database " + file + " must have " + pragma + " '" + expected
                        + "', but this disk gives '" + actual + "': keep the data folder on a local disk");
            }
        }
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setCacheSize(CACHE_KIBIBYTES);
        config.setJournalSizeLimit(LOG_BYTES);
        config.setGetGeneratedKeys(false);
        return config;
    }
}
