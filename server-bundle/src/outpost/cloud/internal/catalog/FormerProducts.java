package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.Entity;

/** What products were before they were changed, written in the transaction of the change. A product that never changed has no row here, so a first import pays nothing. */
final class FormerProducts {
    private static final String INSERT =
            "INSERT INTO former_product (tenant_id, product_id, seq, body, replaced_at, cause, replaced_by) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "SELECT seq, body, replaced_at, cause, replaced_by FROM former_product"
            + " WHERE tenant_id = ? AND product_id = ? ORDER BY seq DESC LIMIT ?";

    private final EntityManager em;
    private final String tenantId;

    FormerProducts(EntityManager em, String tenantId) {
        this.em = em;
        this.tenantId = tenantId;
    }

    /** A state that a product had, and what ended it. */
    record Former(long seq, Optional<String> body, long replacedAt, String cause, String replacedBy) {}

    /** Keeps the states; those of other things than products are passed over. */
    void keep(Collection<Entity> before, Author author, long nowMillis) {
        List<Entity> products = before.stream()
                .filter(entity -> entity.type().equals(Entity.PRODUCT))
                .toList();
        if (products.isEmpty()) {
            return;
        }
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entity product : products) {
                insert.setString(1, tenantId);
                insert.setString(2, product.id());
                insert.setLong(3, product.seq());
                insert.setString(4, product.body().orElse(null));
                insert.setLong(5, nowMillis);
                insert.setString(6, author.cause().name().toLowerCase(Locale.ROOT));
                insert.setString(7, author.name());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new StorageException("What products were cannot be kept", failure);
        }
    }

    /** The latest states before the present one, newest first. */
    List<Former> of(String productId, int most) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, tenantId);
            select.setString(2, productId);
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                List<Former> former = new ArrayList<>();
                while (rows.next()) {
                    former.add(new Former(
                            rows.getLong(1),
                            Optional.ofNullable(rows.getString(2)),
                            rows.getLong(3),
                            rows.getString(4),
                            rows.getString(5)));
                }
                return former;
            }
        } catch (SQLException failure) {
            throw new StorageException("What a product was cannot be read", failure);
        }
    }
}
