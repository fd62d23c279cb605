package outpost.cloud.internal.store;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads rows by many keys at once, past the persistence context. H2 has the keys joined instead of listed: it uses an index for a list only on the index's first
 * column, and here that is always the tenant. PostgreSQL has them listed, and plans each time for these keys: with a plan that it once made for a table which it
 * took for small, it went through all keys again for each row of the tenant, and stood still for minutes.
 */
public final class KeyedRows {
    private final String table;
    private final String keyColumn;
    private final String keyType;

    /** @param keyType the SQL type of the column that is looked up */
    public KeyedRows(String table, String keyColumn, String keyType) {
        this.table = table;
        this.keyColumn = keyColumn;
        this.keyType = keyType;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * Reads the rows whose key is among {@code keys} and whose other columns have these values, within the running transaction.
     *
     * @throws StorageException if the database fails
     */
    public <T> List<T> find(
            EntityManager em, String columns, Map<String, String> others, Collection<?> keys, RowMapper<T> mapper) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<String, String> ordered = new LinkedHashMap<>(others);
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = prepared(connection, columns, ordered.keySet())) {
            Array wanted = connection.createArrayOf(keyType, keys.toArray());
            statement.setArray(1, wanted);
            int parameter = 2;
            for (String value : ordered.values()) {
                statement.setString(parameter++, value);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(mapper.map(result));
                }
                return rows;
            } finally {
                wanted.free();
            }
        } catch (SQLException failure) {
            throw new StorageException("Rows of " + table + " cannot be read", failure);
        }
    }

    private PreparedStatement prepared(Connection connection, String columns, Collection<String> others)
            throws SQLException {
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        String wanted = "CAST(? AS " + keyType + " ARRAY)";
        String found = postgres
                ? " FROM " + table + " r WHERE r." + keyColumn + " = ANY (" + wanted + ")"
                : " FROM UNNEST(" + wanted + ") AS wanted (wanted_key) JOIN " + table + " r ON r." + keyColumn
                        + " = wanted.wanted_key";
        PreparedStatement statement = connection.prepareStatement("SELECT " + columns + found
                + others.stream().map(column -> " AND r." + column + " = ?").collect(Collectors.joining()));
        Plans.eachTime(statement);
        return statement;
    }
}
