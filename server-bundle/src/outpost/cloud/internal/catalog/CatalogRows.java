package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.cloud.internal.store.KeyedRows;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.Entity;

/**
 * The rows of one tenant's catalog, read and written many at a time within the running transaction. They go past the persistence context: an
 * import has hundreds of thousands of them, each touched once.
 */
final class CatalogRows {
    private static final KeyedRows ROWS = new KeyedRows("catalog_entity", "entity_id", "VARCHAR");
    private static final String INSERT =
            "INSERT INTO catalog_entity (seq, body, tax_rate_id, origins, tenant_id, entity_type, entity_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE catalog_entity SET seq = ?, body = ?, tax_rate_id = ?, origins = ?"
            + " WHERE tenant_id = ? AND entity_type = ? AND entity_id = ?";

    private final EntityManager em;
    private final String tenantId;

    CatalogRows(EntityManager em, String tenantId) {
        this.em = em;
        this.tenantId = tenantId;
    }

    /**
     * @param taxRateId the tax rate that the body names
     * @param origins of a product's fields
     */
    record Row(Entity entity, Optional<String> taxRateId, Origins origins) {}

    /** That thing, where it is or was there. */
    Optional<Row> find(String type, String id) {
        return Optional.ofNullable(find(type, List.of(id)).get(id));
    }

    /** Those of these things that are there, tombstones too, by id. */
    Map<String, Row> find(String type, Collection<String> ids) {
        Map<String, Row> found = new HashMap<>();
        Map<String, String> others = Map.of("tenant_id", tenantId, "entity_type", type);
        ROWS.find(
                em,
                "r.entity_id, r.seq, r.body, r.tax_rate_id, r.origins",
                others,
                ids,
                row -> found.put(row.getString(1), row(type, row)));
        return found;
    }

    /**
     * Writes things of which there is no row yet.
     *
     * @throws StorageException if the database fails
     */
    void insert(Collection<Row> rows) {
        write(INSERT, rows);
    }

    /**
     * Overwrites the rows of these things.
     *
     * @throws StorageException if the database fails
     */
    void update(Collection<Row> rows) {
        write(UPDATE, rows);
    }

    private static Row row(String type, ResultSet row) throws SQLException {
        Entity entity = new Entity(type, row.getString(1), row.getLong(2), Optional.ofNullable(row.getString(3)));
        Optional<String> taxRateId = Optional.ofNullable(row.getString(4));
        return new Row(entity, taxRateId, Origins.read(Optional.ofNullable(row.getString(5))));
    }

    private void write(String sql, Collection<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : rows) {
                Entity entity = row.entity();
                statement.setLong(1, entity.seq());
                set(statement, 2, entity.body());
                set(statement, 3, row.taxRateId());
                set(statement, 4, row.origins().text());
                statement.setString(5, tenantId);
                statement.setString(6, entity.type());
                statement.setString(7, entity.id());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new StorageException("Rows of the catalog cannot be written", failure);
        }
    }

    private static void set(PreparedStatement statement, int parameter, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(parameter, text.get());
        } else {
            statement.setNull(parameter, Types.VARCHAR);
        }
    }
}
