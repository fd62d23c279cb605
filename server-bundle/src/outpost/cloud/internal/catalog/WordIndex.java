package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;

/**
 * Writes the words that products are found by. It reads the catalog's changes by their numbers, as a till does, and keeps in the database how far it has come: so an import
 * waits for nothing here, any node may go on, and a new node finds everything done.
 */
public final class WordIndex {
    private static final int ROWS = 1_000;
    private static final int MOST_ROUNDS = 50;
    private static final String LOCK = "SELECT seq FROM product_words_state WHERE tenant_id = ? FOR UPDATE";
    private static final String BEGIN = "INSERT INTO product_words_state (tenant_id, seq) VALUES (?, 0)";
    private static final String CHANGES =
            "SELECT seq, entity_type, entity_id, body FROM catalog_entity WHERE tenant_id = ? AND seq > ? ORDER BY tenant_id, seq LIMIT ?";
    private static final String FORGET = "DELETE FROM product_word WHERE tenant_id = ? AND product_id = ?";
    private static final String WRITE = "INSERT INTO product_word (tenant_id, word, product_id) VALUES (?, ?, ?)";
    private static final String NEWEST = "SELECT change_sequence FROM tenant WHERE tenant_id = ?";
    private static final String COME_TO = "UPDATE product_words_state SET seq = ? WHERE tenant_id = ?";

    private final Database database;

    public WordIndex(Database database) {
        this.database = database;
    }

    private record Product(String id, Optional<String> body) {}

    private record Changes(long last, int rows, List<Product> products) {}

    /** Goes on with every tenant's catalog, a bounded piece of each. */
    public void goOn() {
        for (String tenant : database.<List<String>>read(em ->
                em.createQuery("SELECT t.tenantId FROM Tenant t", String.class).getResultList())) {
            goOn(tenant, MOST_ROUNDS);
        }
    }

    /** Reads at most so many pieces of a tenant's changes. */
    void goOn(String tenantId, int rounds) {
        for (int round = 0; round < rounds && behind(tenantId) > 0; round++) {
            database.write(em -> step(em, tenantId));
        }
    }

    /** How many of the catalog's changes have not been read yet. */
    long behind(String tenantId) {
        return database.read(em -> {
            Object[] row = (Object[]) em.createNativeQuery(
                            "SELECT t.change_sequence, COALESCE(w.seq, 0) FROM tenant t LEFT JOIN product_words_state w"
                                    + " ON w.tenant_id = t.tenant_id WHERE t.tenant_id = ?1")
                    .setParameter(1, tenantId)
                    .getSingleResult();
            return Math.max(0, ((Number) row[0]).longValue() - ((Number) row[1]).longValue());
        });
    }

    private static long step(EntityManager em, String tenantId) {
        try (Connection connection = em.unwrap(Connection.class)) {
            long seq = lock(connection, tenantId);
            // Read first: all changes up to this number are there to be read. Some of them, as branches' prices, are no
            // rows of what all have.
            long newest = newest(connection, tenantId);
            Changes changes = changes(connection, tenantId, seq);
            forget(connection, tenantId, changes.products());
            write(connection, tenantId, changes.products());
            long last = changes.rows() < ROWS ? Math.max(newest, changes.last()) : changes.last();
            try (PreparedStatement comeTo = connection.prepareStatement(COME_TO)) {
                comeTo.setLong(1, last);
                comeTo.setString(2, tenantId);
                comeTo.executeUpdate();
            }
            return last;
        } catch (SQLException failure) {
            throw new StorageException("The words of products cannot be written", failure);
        }
    }

    private static long newest(Connection connection, String tenantId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setString(1, tenantId);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Only one node at a time goes on with a tenant. */
    private static long lock(Connection connection, String tenantId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, tenantId);
            try (ResultSet row = lock.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, tenantId);
            begin.executeUpdate();
            return 0;
        }
    }

    private static Changes changes(Connection connection, String tenantId, long after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
            select.setString(1, tenantId);
            select.setLong(2, after);
            select.setInt(3, ROWS);
            try (ResultSet rows = select.executeQuery()) {
                long last = after;
                int count = 0;
                List<Product> products = new ArrayList<>();
                while (rows.next()) {
                    last = rows.getLong(1);
                    count++;
                    if (rows.getString(2).equals(Entity.PRODUCT)) {
                        products.add(new Product(rows.getString(3), Optional.ofNullable(rows.getString(4))));
                    }
                }
                return new Changes(last, count, products);
            }
        }
    }

    private static void forget(Connection connection, String tenantId, List<Product> products) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (Product product : products) {
                forget.setString(1, tenantId);
                forget.setString(2, product.id());
                forget.addBatch();
            }
            forget.executeBatch();
        }
    }

    private static void write(Connection connection, String tenantId, List<Product> products) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            for (Product product : products) {
                if (product.body().isPresent()) {
                    for (String word : Words.of(Json.read(product.body().get(), ProductBody.class))) {
                        write.setString(1, tenantId);
                        write.setString(2, word);
                        write.setString(3, product.id());
                        write.addBatch();
                    }
                }
            }
            write.executeBatch();
        }
    }
}
