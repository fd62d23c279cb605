package outpost.legacy.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.sqlite.SQLiteDataSource;

/** The earlier till's SQLite file, which is only read. */
final class LegacyFile implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    /** @throws LegacyException if it is no database with the tables {@code products}, {@code receipts} and {@code receipt_items} */
    LegacyFile(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new LegacyException("there is no file " + file);
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:file:" + file.toAbsolutePath() + "?mode=ro");
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw unreadable(e);
        }
        for (String table : List.of("products", "receipts", "receipt_items")) {
            if (!has(table)) {
                close();
                throw new LegacyException(file + " is no till's database: it has no table " + table);
            }
        }
    }

    boolean has(String table) {
        return !rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?", table)
                .isEmpty();
    }

    /** Each row of a table, in the order in which they were written. */
    void forEach(String table, Consumer<LegacyRow> row) {
        read(table, "SELECT * FROM " + table, row);
    }

    /** The rows of a receipt. */
    List<LegacyRow> items(String receiptId) {
        List<LegacyRow> items = new ArrayList<>();
        read("receipt_items", "SELECT * FROM receipt_items WHERE receipt_id = ?", items::add, receiptId);
        return items;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private List<LegacyRow> rows(String sql, String argument) {
        List<LegacyRow> rows = new ArrayList<>();
        read("", sql, rows::add, argument);
        return rows;
    }

    private void read(String table, String sql, Consumer<LegacyRow> each, String... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    each.accept(new LegacyRow(table, values(result)));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Map<String, String> values(ResultSet result) throws SQLException {
        Map<String, String> values = new HashMap<>();
        ResultSetMetaData columns = result.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String value = result.getString(column);
            if (value != null) {
                values.put(columns.getColumnName(column).toLowerCase(Locale.ROOT), value);
            }
        }
        return values;
    }

    private LegacyException unreadable(SQLException e) {
        return new LegacyException(file + " cannot be read: " + e.getMessage(), e);
    }
}
