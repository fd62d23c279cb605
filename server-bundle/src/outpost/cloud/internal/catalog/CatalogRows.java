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
            "INSERT INTO catalog_entity (seq, body, tax_rate_id, origins, place, digest, tenant_id, entity_type, entity_id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE catalog_entity SET seq = ?, body = ?, tax_rate_id = ?, origins = ?, place = ?, digest = ?"
                    + " WHERE tenant_id = ? AND entity_type = ? AND entity_id = ?";
    private static final String PLACE =
            "UPDATE catalog_entity SET place = ?, digest = ? WHERE tenant_id = ? AND entity_type = ? AND entity_id = ?";

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

    /**
     * Gives rows that are there the place and the digest that their content has.
     *
     * @throws StorageException if the database fails
     */
    void place(Collection<Entity> rows) {
        batch(PLACE, rows, (statement, row) -> {
            int next = setPlace(statement, 1, row);
            setKey(statement, next, row);
        });
    }

    private void write(String sql, Collection<Row> rows) {
        batch(sql, rows, (statement, row) -> {
            statement.setLong(1, row.entity().seq());
            set(statement, 2, row.entity().body());
            set(statement, 3, row.taxRateId());
            set(statement, 4, row.origins().text());
            int next = setPlace(statement, 5, row.entity());
            setKey(statement, next, row.entity());
        });
    }

    private <T> void batch(String sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new StorageException("Rows of the catalog cannot be written", failure);
        }
    }

    /** Sets a statement's parameters to one row's. */
    @FunctionalInterface
    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** A tombstone has no place. */
    private static int setPlace(PreparedStatement statement, int parameter, Entity row) throws SQLException {
        if (row.deleted()) {
            statement.setNull(parameter, Types.BIGINT);
            statement.setNull(parameter + 1, Types.BIGINT);
        } else {
            statement.setLong(parameter, row.place());
            statement.setLong(parameter + 1, row.digest());
        }
        return parameter + 2;
    }

    private void setKey(PreparedStatement statement, int parameter, Entity row) throws SQLException {
        statement.setString(parameter, tenantId);
        statement.setString(parameter + 1, row.type());
        statement.setString(parameter + 2, row.id());
    }

    private static void set(PreparedStatement statement, int parameter, Optional<String> text) throws SQLException {
        if (text.isPresent()) {
            statement.setString(parameter, text.get());
        } else {
            statement.setNull(parameter, Types.VARCHAR);
        }
    }
}
