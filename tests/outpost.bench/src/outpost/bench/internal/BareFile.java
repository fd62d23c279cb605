package outpost.bench.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;
import outpost.protocol.Entity;
import outpost.protocol.Sha256;

/** The least that SQLite can do the same work with: one table, one index, one connection, no rules. It is what the till is compared with. */
public final class BareFile implements AutoCloseable {
    private static final int ROWS_PER_COMMIT = 10_000;

    private final Connection connection;
    private final PreparedStatement byCode;
    private final PreparedStatement byWords;

    private BareFile(Connection connection) throws SQLException {
        this.connection = connection;
        byCode = connection.prepareStatement("SELECT body FROM products WHERE code = ?");
        byWords = connection.prepareStatement("SELECT rowid FROM names WHERE names MATCH ? LIMIT ?");
    }

    /** Opens the file, and fills it unless a former bench did. */
    public static BareFile open(Path file, Goods goods) {
        BareFile opened = empty(file);
        asked(() -> {
            opened.fill(goods);
            return goods.count();
        });
        return opened;
    }

    /** Opens the file as it is. */
    static BareFile empty(Path file) {
        try {
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            Connection connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("CREATE TABLE IF NOT EXISTS products (code TEXT PRIMARY KEY, body TEXT NOT NULL)");
                statement.execute("CREATE VIRTUAL TABLE IF NOT EXISTS names USING fts5 (name, content='')");
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, part INTEGER, content TEXT)");
            }
            connection.setAutoCommit(false);
            return new BareFile(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + file, e);
        }
    }

    /** Answers the length of what was found, so that nothing can be left out as unused. */
    public int find(String code) {
        return asked(() -> {
            byCode.setString(1, code);
            try (ResultSet row = byCode.executeQuery()) {
                return row.next() ? row.getString(1).length() : 0;
            }
        });
    }

    /** @param words as FTS5 takes them */
    public int search(String words, int limit) {
        return asked(() -> {
            byWords.setString(1, words);
            byWords.setInt(2, limit);
            int found = 0;
            try (ResultSet row = byWords.executeQuery()) {
                while (row.next()) {
                    found += (int) row.getLong(1);
                }
            }
            return found;
        });
    }

    /** Reads every product and hashes it. */
    public int hashAll() {
        return asked(() -> {
            int rows = 0;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT body FROM products ORDER BY rowid")) {
                while (row.next()) {
                    rows += Sha256.digest(row.getString(1)).length > 0 ? 1 : 0;
                }
            }
            return rows;
        });
    }

    /** So many rows in one durable transaction. */
    public void insert(int rows, String content) {
        asked(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO rows (part, content) VALUES (?, ?)")) {
                for (int row = 0; row < rows; row++) {
                    insert.setInt(1, row);
                    insert.setString(2, content);
                    insert.executeUpdate();
                }
            }
            connection.commit();
            return rows;
        });
    }

    @Override
    public void close() {
        asked(() -> {
            connection.rollback();
            connection.close();
            return 0;
        });
    }

    private void fill(Goods goods) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet present = statement.executeQuery("SELECT count(*) FROM products")) {
            if (present.getInt(1) == goods.count()) {
                return;
            }
            statement.execute("DELETE FROM products");
            statement.execute("INSERT INTO names (names) VALUES ('delete-all')");
        }
        try (PreparedStatement product = connection.prepareStatement("INSERT INTO products VALUES (?, ?)");
                PreparedStatement name = connection.prepareStatement("INSERT INTO names (rowid, name) VALUES (?, ?)")) {
            for (int place = 0; place < goods.count(); place++) {
                Entity row = goods.row(place);
                product.setString(1, goods.code(place));
                product.setString(2, row.body().orElseThrow());
                product.executeUpdate();
                name.setInt(1, place + 1);
                name.setString(2, goods.name(place));
                name.executeUpdate();
                if (place % ROWS_PER_COMMIT == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    private static int asked(Question question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new IllegalStateException("the bare file does not answer", e);
        }
    }

    @FunctionalInterface
    private interface Question {
        int ask() throws SQLException;
    }
}
