package outpost.bench.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The rows that the till's latest sales have written, written again by prepared statements into a file with the same tables, indexes and triggers: the least that
 * these sales take of SQLite, whoever reckons, hashes and signs them.
 */
final class BareSales implements AutoCloseable {
    /** The tables that a sale adds rows to, each with how the rows of one receipt are found. */
    private static final Map<String, String> ADDED = new LinkedHashMap<>();

    /** Those in which it changes a row. */
    private static final Map<String, String> CHANGED = new LinkedHashMap<>();

    /** What triggers write to. */
    private static final List<String> BESIDE = List.of("outbox_counts", "inbox_counts", "chain_pieces");

    static {
        ADDED.put("receipts", "number = ?");
        ADDED.put("receipt_items", "number = ?");
        ADDED.put("receipt_tenders", "number = ?");
        ADDED.put("journal", "subject = ?");
        ADDED.put("outbox", "payload_hash = (SELECT payload_hash FROM journal WHERE subject = ?)");
        ADDED.put("stock_movements", "reference = ?");
        CHANGED.put("rung", "? <> ''");
        CHANGED.put("stock_levels", "product_id IN (SELECT product_id FROM receipt_items WHERE number = ?)");
        CHANGED.put("event_readers", "name = 'stock' AND ? <> ''");
    }

    private final Connection till;
    private final Connection bare;
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();

    /**
     * @param till the till's database, which is only read
     * @param file a file for the bare rows, new or left by a former bench
     */
    BareSales(Path till, Path file) {
        try {
            this.till = connection(till);
            bare = connection(file);
            try (Statement statement = bare.createStatement()) {
                empty(statement);
            }
            bare.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("the bare sales cannot begin", e);
        }
    }

    /** The rows of one sale, in the order in which they are written. */
    record Rows(List<Row> rows) {}

    private record Row(String table, Object[] values) {}

    /** The rows of so many latest sales, the oldest first. */
    List<Rows> latest(int count) {
        try (PreparedStatement numbers =
                till.prepareStatement("SELECT number FROM (SELECT rowid AS place, number FROM receipts"
                        + " ORDER BY rowid DESC LIMIT ?) ORDER BY place")) {
            numbers.setInt(1, count);
            List<Rows> sales = new ArrayList<>();
            for (Object[] number : all(numbers)) {
                List<Row> rows = new ArrayList<>();
                for (Map.Entry<String, String> table : tables().entrySet()) {
                    try (PreparedStatement select =
                            till.prepareStatement("SELECT * FROM " + table.getKey() + " WHERE " + table.getValue())) {
                        select.setObject(1, number[0]);
                        all(select).forEach(values -> rows.add(new Row(table.getKey(), values)));
                    }
                }
                sales.add(new Rows(rows));
            }
            return sales;
        } catch (SQLException e) {
            throw new IllegalStateException("the till's sales cannot be read", e);
        }
    }

    /** Writes a sale's rows; when it returns, they are on disk. */
    void write(Rows sale) {
        try {
            for (Row row : sale.rows()) {
                PreparedStatement insert = insert(row);
                for (int column = 0; column < row.values().length; column++) {
                    insert.setObject(column + 1, row.values()[column]);
                }
                insert.executeUpdate();
            }
            bare.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the bare sale failed", e);
        }
    }

    @Override
    public void close() {
        try {
            till.close();
            bare.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>(ADDED);
        tables.putAll(CHANGED);
        return tables;
    }

    /** Makes the tables anew, as they are in the till's file. */
    private void empty(Statement statement) throws SQLException {
        List<String> names =
                Stream.concat(tables().keySet().stream(), BESIDE.stream()).toList();
        for (String name : names) {
            statement.execute("DROP TABLE IF EXISTS " + name);
        }
        String listed = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        // Tables first: indexes and triggers stand on them.
        try (PreparedStatement schema = till.prepareStatement("SELECT sql FROM sqlite_master WHERE tbl_name IN ("
                + listed + ") AND sql IS NOT NULL ORDER BY type <> 'table'")) {
            for (Object[] sql : all(schema)) {
                statement.execute(sql[0].toString());
            }
        }
        for (String counts : List.of("outbox_counts", "inbox_counts")) {
            try (PreparedStatement states = till.prepareStatement("SELECT state FROM " + counts)) {
                for (Object[] state : all(states)) {
                    statement.execute("INSERT INTO " + counts + " VALUES ('" + state[0] + "', 0)");
                }
            }
        }
    }

    private PreparedStatement insert(Row row) throws SQLException {
        PreparedStatement known = inserts.get(row.table());
        if (known != null) {
            return known;
        }
        PreparedStatement made = bare.prepareStatement((CHANGED.containsKey(row.table()) ? "REPLACE" : "INSERT")
                + " INTO " + row.table() + " VALUES (?" + ", ?".repeat(row.values().length - 1) + ")");
        inserts.put(row.table(), made);
        return made;
    }

    private static List<Object[]> all(PreparedStatement select) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Object[] values = new Object[row.getMetaData().getColumnCount()];
                for (int column = 0; column < values.length; column++) {
                    values[column] = row.getObject(column + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** As durable as the till's own. */
    private static Connection connection(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
