package outpost.simulation;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/** All that the cloud's database holds of one tenant at one moment. Seeds share a database, so one tenant's rows are put back and the others' stay. */
final class CloudBackup {
    private static final String TABLES =
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'PUBLIC' AND column_name = 'TENANT_ID'";

    private final List<Table> tables;

    private CloudBackup(List<Table> tables) {
        this.tables = tables;
    }

    private record Table(String name, List<Object[]> rows) {}

    static CloudBackup of(Database database, TenantId tenant) {
        return database.read(em -> with(em, connection -> {
            List<Table> tables = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet names = statement.executeQuery(TABLES)) {
                while (names.next()) {
                    tables.add(new Table(names.getString(1), rows(connection, names.getString(1), tenant)));
                }
            }
            return new CloudBackup(tables);
        }));
    }

    void restore(Database database, TenantId tenant) {
        database.writeOnce(em -> with(em, connection -> {
            // The tables come in no order that their references to each other would allow.
            run(connection, "SET REFERENTIAL_INTEGRITY FALSE");
            for (Table table : tables) {
                try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + table.name() + " WHERE tenant_id = ?")) {
                    delete.setString(1, tenant.value());
                    delete.executeUpdate();
                }
                for (Object[] row : table.rows()) {
                    insert(connection, table.name(), row);
                }
            }
            run(connection, "SET REFERENTIAL_INTEGRITY TRUE");
            return tables.size();
        }));
    }

    private static List<Object[]> rows(Connection connection, String table, TenantId tenant) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT * FROM " + table + " WHERE tenant_id = ?")) {
            select.setString(1, tenant.value());
            try (ResultSet result = select.executeQuery()) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static void insert(Connection connection, String table, Object[] row) throws SQLException {
        String places = "?, ".repeat(row.length - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
            for (int i = 0; i < row.length; i++) {
                insert.setObject(i + 1, row[i]);
            }
            insert.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T with(EntityManager em, Work<T> work) {
        try (Connection connection = em.unwrap(Connection.class)) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the cloud's database can be neither copied nor put back", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
