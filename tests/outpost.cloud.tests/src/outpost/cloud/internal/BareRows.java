package outpost.cloud.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rows that a push has written, written again for another tenant by plain JDBC: the same look-ups, one batch of inserts for each table, one transaction. That is
 * the least that any push path has to do.
 */
final class BareRows {
    private static final String SALES_OF_BATCH =
            "SELECT sale_id FROM sale WHERE tenant_id = ? AND local_event_id BETWEEN ? AND ?";
    /** Each table that a batch of sales adds rows to, in the order of the references between them, and how its rows are found. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("event_ledger", "local_event_id BETWEEN ? AND ?");
        TABLES.put("sale", "local_event_id BETWEEN ? AND ?");
        TABLES.put("sale_line", "sale_id IN (" + SALES_OF_BATCH + ")");
        TABLES.put("sale_tender", "sale_id IN (" + SALES_OF_BATCH + ")");
        TABLES.put("stock_movement", "SUBSTRING(moment FROM 18 FOR 36) IN (" + SALES_OF_BATCH + ")");
        TABLES.put("journal_link", "local_event_id BETWEEN ? AND ?");
        TABLES.put("pushed_batch", "received_at BETWEEN ? AND ?");
    }

    private final String tenant;
    private final Connection connection;

    /** @param tenant whose rows are copied, to a tenant {@code bare} that is made here */
    BareRows(Connection connection, String tenant) throws SQLException {
        this.connection = connection;
        this.tenant = tenant;
        for (String table : List.of("tenant", "branch", "terminal")) {
            write(table, rows(table, "1 = 1", List.of(tenant)));
        }
    }

    /** Rows of one table, their columns' names and values. */
    private record Rows(List<String> columns, List<Object[]> values) {}

    /** What one batch came to. */
    record Written(String key, List<Long> numbers, List<String> stamps, List<String> sales, Map<String, Rows> tables) {
        int count() {
            return tables.values().stream()
                    .mapToInt(rows -> rows.values().size())
                    .sum();
        }
    }

    /** Reads what the batch of these events came to. */
    Written written(long first, long last, long at) throws SQLException {
        Map<String, Rows> tables = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            boolean nested = table.getValue().contains("SELECT");
            boolean byTime = table.getKey().equals("pushed_batch");
            List<Object> range = byTime ? List.of(tenant, at, at) : List.of(tenant, first, last);
            List<Object> parameters = nested ? List.of(tenant, tenant, first, last) : range;
            tables.put(table.getKey(), rows(table.getKey(), table.getValue(), parameters));
        }
        return new Written(
                column(tables.get("pushed_batch"), "idempotency_key").get(0),
                column(tables.get("event_ledger"), "local_event_id").stream()
                        .map(Long::valueOf)
                        .toList(),
                column(tables.get("event_ledger"), "hlc"),
                column(tables.get("sale"), "sale_id"),
                tables);
    }

    /** Writes it. */
    void write(Written batch) throws SQLException {
        connection.setAutoCommit(false);
        look("SELECT answer FROM pushed_batch WHERE tenant_id = ? AND idempotency_key = ?", batch.key());
        look("SELECT contiguous FROM event_stream WHERE tenant_id = ? AND pos_id = ? FOR UPDATE", "pos-1");
        lookUp("event_ledger", "local_event_id", "BIGINT", batch.numbers());
        lookUp("event_ledger", "hlc", "VARCHAR", batch.stamps());
        lookUp("sale", "sale_id", "VARCHAR", batch.sales());
        for (Map.Entry<String, Rows> table : batch.tables().entrySet()) {
            write(table.getKey(), table.getValue());
        }
        long last = batch.numbers().get(batch.numbers().size() - 1);
        try (PreparedStatement stream = connection.prepareStatement(
                "UPDATE event_stream SET contiguous = ?, highest = ?, received = ?, journal_seq = ?, journal_entries = ?"
                        + " WHERE tenant_id = 'bare' AND pos_id = 'pos-1'")) {
            for (int i = 1; i <= 5; i++) {
                stream.setLong(i, last);
            }
            stream.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Copies the file's row once there is one. */
    void copyStream() throws SQLException {
        write("event_stream", rows("event_stream", "1 = 1", List.of(tenant)));
    }

    private void look(String sql, String second) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "bare");
            statement.setString(2, second);
            statement.executeQuery().close();
        }
    }

    private void lookUp(String table, String column, String type, List<?> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT r." + column
                + " FROM UNNEST(CAST(? AS " + type + " ARRAY)) AS wanted (wanted_key) JOIN " + table + " r ON r."
                + column + " = wanted.wanted_key AND r.tenant_id = ?")) {
            statement.setArray(1, connection.createArrayOf(type, keys.toArray()));
            statement.setString(2, "bare");
            statement.executeQuery().close();
        }
    }

    private static List<String> column(Rows rows, String name) {
        int place = rows.columns().indexOf(name);
        return rows.values().stream().map(row -> row[place].toString()).toList();
    }

    private Rows rows(String table, String condition, List<?> parameters) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM " + table + " WHERE tenant_id = ? AND " + condition)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet found = select.executeQuery()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(found.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
                List<Object[]> values = new ArrayList<>();
                while (found.next()) {
                    Object[] row = new Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = columns.get(i).equals("tenant_id") ? "bare" : found.getObject(i + 1);
                    }
                    values.add(row);
                }
                return new Rows(columns, values);
            }
        }
    }

    private void write(String table, Rows rows) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", rows.columns()) + ") VALUES (?"
                + ", ?".repeat(rows.columns().size() - 1) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows.values()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
