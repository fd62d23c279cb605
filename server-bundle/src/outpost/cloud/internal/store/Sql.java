package outpost.cloud.internal.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements past the persistence context, for what is no entity: pieces of files, packed pages. */
public final class Sql {
    private final Source connections;
    private final boolean plannedEachTime;

    /** Statements of the running transaction. */
    public Sql(EntityManager em) {
        this(() -> em.unwrap(Connection.class), false);
    }

    /** Each statement on a connection of its own. */
    Sql(Source connections) {
        this(connections, false);
    }

    private Sql(Source connections, boolean plannedEachTime) {
        this.connections = connections;
        this.plannedEachTime = plannedEachTime;
    }

    /** The same for statements of which some parameters are very cheap and others very dear: the database looks at them before it plans. */
    public Sql plannedEachTime() {
        return new Sql(connections, true);
    }

    /** Gives the connection for one statement, which closes it. */
    @FunctionalInterface
    interface Source {
        Connection connection() throws SQLException;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * The rows that a query finds.
     *
     * @throws StorageException if the database fails
     */
    public <T> List<T> rows(RowMapper<T> mapper, String sql, Object... parameters) {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(mapper.map(row)), sql, parameters);
        return rows;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /**
     * Hands over the rows that a query finds, one by one.
     *
     * @throws StorageException if the database fails
     */
    public void each(RowReader reader, String sql, Object... parameters) {
        try (Connection connection = connections.connection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                reader.read(result);
            }
        } catch (SQLException e) {
            throw new StorageException("Rows cannot be read", e);
        }
    }

    /**
     * How many rows a statement has changed.
     *
     * @throws StorageException if the database fails
     */
    public int change(String sql, Object... parameters) {
        try (Connection connection = connections.connection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Rows cannot be written", e);
        }
    }

    private PreparedStatement prepared(Connection connection, String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        if (plannedEachTime) {
            Plans.eachTime(statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
