package outpost.tools.internal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import outpost.protocol.Limits;
import outpost.tools.internal.ToolException;

/** The least that makes sales durable in PostgreSQL exactly once: batches of plain inserts, each commit as large as the cloud's. */
final class BareLedger {
    /** What a push carries at most; one transaction at the cloud. */
    private static final int EVENTS_PER_COMMIT = Limits.EVENTS_PER_PUSH;

    private static final String PAYLOAD = "x".repeat(900);
    /** The sale, its three lines and one tender, as the cloud stores them to be asked for. */
    private static final int ROWS_BESIDE = 5;

    private static final String ROW = "y".repeat(80);

    private BareLedger() {}

    /** @return sales a second */
    static double store(Connection connection, int run, int sales) {
        try (Statement tables = connection.createStatement()) {
            tables.execute("CREATE TABLE IF NOT EXISTS bare_event (stream text, number bigint, payload text,"
                    + " PRIMARY KEY (stream, number))");
            tables.execute("CREATE TABLE IF NOT EXISTS bare_row (stream text, number bigint, part int, content text,"
                    + " PRIMARY KEY (stream, number, part))");
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            try (PreparedStatement event = connection.prepareStatement(
                            "INSERT INTO bare_event VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
                    PreparedStatement row = connection.prepareStatement(
                            "INSERT INTO bare_row VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                for (int sale = 1; sale <= sales; sale++) {
                    add(event, row, "run-" + run, sale);
                    if (sale % EVENTS_PER_COMMIT == 0 || sale == sales) {
                        event.executeBatch();
                        row.executeBatch();
                        connection.commit();
                    }
                }
            }
            return sales / ((System.nanoTime() - begun) / 1e9);
        } catch (SQLException e) {
            throw new ToolException("PostgreSQL refused the bare work", e);
        }
    }

    private static void add(PreparedStatement event, PreparedStatement row, String stream, int sale)
            throws SQLException {
        event.setString(1, stream);
        event.setLong(2, sale);
        event.setString(3, PAYLOAD);
        event.addBatch();
        for (int part = 0; part < ROWS_BESIDE; part++) {
            row.setString(1, stream);
            row.setLong(2, sale);
            row.setInt(3, part);
            row.setString(4, ROW);
            row.addBatch();
        }
    }
}
