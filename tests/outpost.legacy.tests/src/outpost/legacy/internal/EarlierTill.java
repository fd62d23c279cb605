package outpost.legacy.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteDataSource;

/** A file as an earlier till leaves it behind. */
record EarlierTill(Path file) {
    static EarlierTill in(Path folder) {
        EarlierTill till = new EarlierTill(folder.resolve("earlier.db"));
        till.run("CREATE TABLE products (id INTEGER PRIMARY KEY, code TEXT, name TEXT)");
        till.run(
                "CREATE TABLE receipts (id INTEGER PRIMARY KEY, number TEXT, completed_at TEXT, cashier TEXT, currency TEXT, total_minor INTEGER)");
        till.run(
                "CREATE TABLE receipt_items (receipt_id INTEGER, product_id INTEGER, code TEXT, name TEXT, quantity_milli INTEGER,"
                        + " unit_price_minor INTEGER, total_minor INTEGER)");
        till.run(
                "CREATE TABLE outbox (id INTEGER PRIMARY KEY, type TEXT, receipt_id INTEGER, payload TEXT, state TEXT)");
        return till;
    }

    EarlierTill product(int id, String code) {
        return run("INSERT INTO products VALUES (" + id + ", '" + code + "', 'Old name')");
    }

    /** A receipt of one line of two pieces. */
    EarlierTill receipt(int id, int productId, int unitPriceMinor, int totalMinor) {
        run("INSERT INTO receipt_items VALUES (" + id + ", " + productId + ", NULL, 'Lantern', 2000, " + unitPriceMinor
                + ", NULL)");
        return run("INSERT INTO receipts VALUES (" + id + ", 'OLD-" + id
                + "', '2025-12-31 17:45:00', 'Cashier 7', 'GBP', " + totalMinor + ")");
    }

    EarlierTill waiting(int id, String type, Integer receiptId, String payload, String state) {
        return run("INSERT INTO outbox VALUES (" + id + ", '" + type + "', " + receiptId + ", '" + payload + "', '"
                + state + "')");
    }

    EarlierTill run(String sql) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
