package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.store.Database;

class GrownTablesTest {
    @Test
    @Tag("A-733")
    void aTableThatHasGrownIsPlannedByWhatIsInItBeforeAutovacuumComes() throws SQLException {
        DatabaseSettings settings = TestDatabase.POSTGRESQL.in(null);
        try (Database database = new Database(settings);
                Connection connection = SchemaTest.connect(settings)) {
            database.keepUp();
            assertEquals(Set.of(), analyzed(connection));

            words(connection, 1, 5_000);
            database.keepUp();
            assertEquals(Set.of("product_word"), analyzed(connection));
            assertEquals(5_000, rowsAsPlanned(connection));
        }
    }

    @Test
    @Tag("A-733")
    void onceItIsSeveralTimesAsLargeItIsPlannedAnew() throws SQLException {
        DatabaseSettings settings = TestDatabase.POSTGRESQL.in(null);
        try (Database database = new Database(settings);
                Connection connection = SchemaTest.connect(settings)) {
            words(connection, 1, 5_000);
            database.keepUp();
            words(connection, 5_001, 10_000);
            database.keepUp();
            assertEquals(5_000, rowsAsPlanned(connection));

            words(connection, 10_001, 30_000);
            database.keepUp();
            assertEquals(30_000, rowsAsPlanned(connection));
        }
    }

    @Test
    void aSmallTableIsNot() throws SQLException {
        DatabaseSettings settings = TestDatabase.POSTGRESQL.in(null);
        try (Database database = new Database(settings);
                Connection connection = SchemaTest.connect(settings)) {
            words(connection, 1, 100);
            database.keepUp();
            assertEquals(Set.of(), analyzed(connection));
        }
    }

    private static void words(Connection connection, int from, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO product_word (tenant_id, word, product_id) SELECT 'main', 'word' || n, 'product' FROM"
                            + " GENERATE_SERIES(" + from + ", " + to + ") AS n");
        }
    }

    /** As the last statistics have it. */
    private static long rowsAsPlanned(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT reltuples FROM pg_class WHERE oid = 'product_word'::regclass")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Set<String> analyzed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT DISTINCT tablename FROM pg_stats WHERE schemaname = 'public'"
                                + " AND tablename <> 'flyway_schema_history'")) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
