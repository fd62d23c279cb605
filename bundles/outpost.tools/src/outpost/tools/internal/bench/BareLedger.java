package outpost.tools.internal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outpost.protocol.Limits;
import outpost.tools.internal.ToolException;

/**
 * The rows that the cloud has made of a till's latest sales, written again for another tenant by plain JDBC: batches of inserts with {@code ON CONFLICT DO NOTHING},
 * a commit for as many sales as the cloud takes at once. That is the least that stores them exactly once in these tables.
 */
final class BareLedger {
    private static final int SALES_PER_COMMIT = Limits.EVENTS_PER_PUSH;

    private static final String CHOSEN = "CREATE TEMPORARY TABLE chosen AS"
            + " SELECT row_number() OVER (ORDER BY local_event_id DESC) AS place, tenant_id, terminal_id, pos_id, local_event_id, branch_id, sale_id"
            + " FROM sale WHERE tenant_id = 'main' ORDER BY local_event_id DESC LIMIT ";

    /** What a sale adds rows to, in the order of the references between them, each with how the rows of chosen sales are found. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("event_ledger", "USING (tenant_id, terminal_id, pos_id, local_event_id)");
        TABLES.put("sale", "USING (tenant_id, sale_id)");
        TABLES.put("sale_line", "USING (tenant_id, sale_id)");
        TABLES.put("sale_tender", "USING (tenant_id, sale_id)");
        TABLES.put(
                "stock_movement",
                "ON r.tenant_id = c.tenant_id AND r.branch_id = c.branch_id AND substr(r.moment, 18, 36) = c.sale_id");
        TABLES.put(
                "journal_link",
                "ON r.tenant_id = c.tenant_id AND r.terminal_id = c.terminal_id AND r.event_pos_id = c.pos_id"
                        + " AND r.local_event_id = c.local_event_id");
    }

    private final Connection connection;
    private final String tenant;

    /** @param run makes the tenant another one each time */
    BareLedger(Connection connection, int run) {
        this.connection = connection;
        this.tenant = "bare-" + run;
    }

    private record Rows(List<String> columns, List<Object[]> values) {}

    /**
     * Writes as many sales as there are, at most that many.
     *
     * @return sales a second, reading not counted
     */
    double store(int most) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS chosen");
            int sales = statement.executeUpdate(CHOSEN + most);
            for (String table : List.of("tenant", "branch", "terminal")) {
                write(table, read("SELECT * FROM " + table + " WHERE tenant_id = 'main'"));
            }
            connection.setAutoCommit(false);
            long nanos = 0;
            for (int first = 1; first <= sales; first += SALES_PER_COMMIT) {
                Map<String, Rows> batch = batch(first);
                long begun = System.nanoTime();
                for (Map.Entry<String, Rows> table : batch.entrySet()) {
                    write(table.getKey(), table.getValue());
                }
                connection.commit();
                nanos += System.nanoTime() - begun;
            }
            return sales / (nanos / 1e9);
        } catch (SQLException e) {
            throw new ToolException("PostgreSQL refused the bare work", e);
        }
    }

    private Map<String, Rows> batch(int first) throws SQLException {
        Map<String, Rows> batch = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            batch.put(
                    table.getKey(),
                    read("SELECT r.* FROM chosen c JOIN " + table.getKey() + " r " + table.getValue()
                            + " WHERE c.place BETWEEN " + first + " AND " + (first + SALES_PER_COMMIT - 1)));
        }
        connection.commit();
        return batch;
    }

    private Rows read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                columns.add(row.getMetaData().getColumnName(column));
            }
            List<Object[]> values = new ArrayList<>();
            while (row.next()) {
                Object[] value = new Object[columns.size()];
                for (int column = 0; column < value.length; column++) {
                    value[column] = columns.get(column).equals("tenant_id") ? tenant : row.getObject(column + 1);
                }
                values.add(value);
            }
            return new Rows(columns, values);
        }
    }

    private void write(String table, Rows rows) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", rows.columns()) + ") VALUES (?"
                + ", ?".repeat(rows.columns().size() - 1) + ") ON CONFLICT DO NOTHING";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows.values()) {
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
