package outpost.cloud.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Tables of PostgreSQL that are several times as large as when it last took statistics of them. A table of which it has none it takes for one with 200 tenants, and any
 * index that begins with the tenant for as good as the key: so it reads all rows of the tenant for each foreign key that it checks. What it once planned for a
 * small table it does with a large one. Its own autovacuum comes a minute later, when the sales of a whole day may have been sent.
 */
final class GrownTables {
    /** Below, a table is sooner read than an index. */
    private static final int PAGES = 16;

    private static final int TIMES = 4;

    private static final String GROWN =
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = current_schema() AND c.relkind = 'r'"
                    + " AND pg_relation_size(c.oid) / current_setting('block_size')::int >= GREATEST(" + PAGES + ", "
                    + TIMES
                    + " * c.relpages)";

    private final DataSource connections;

    GrownTables(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Has statistics taken of each; running statements are planned anew with them. One that somebody else works at is left to the next time.
     *
     * @throws StorageException if the database fails
     */
    void analyze() {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : grown(statement)) {
                statement.execute("ANALYZE (SKIP_LOCKED) " + table);
            }
        } catch (SQLException failure) {
            throw new StorageException("Statistics of grown tables cannot be taken", failure);
        }
    }

    private static List<String> grown(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(GROWN)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }
}
