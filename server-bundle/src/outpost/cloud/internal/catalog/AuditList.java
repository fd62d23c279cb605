package outpost.cloud.internal.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.entity.FieldChange;
import outpost.cloud.internal.store.Database;
import outpost.protocol.ProductField;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.TenantId;

/** The audit trail of edited products, to be read. */
public final class AuditList {
    private static final int MOST = 500;

    private final Database database;

    public AuditList(Database database) {
        this.database = database;
    }

    /** One change and what became of it; see {@link AuditTrail.Outcome}. */
    public record View(
            String productId,
            ProductField field,
            Dot dot,
            String terminalId,
            String by,
            HlcStamp at,
            String receivedAt,
            String outcome,
            Optional<String> before,
            Optional<String> value) {}

    /** The latest ones, newest first, of one product or of all. */
    public List<View> latest(TenantId tenant, Optional<String> productId) {
        String ofProduct = productId.isPresent() ? " AND c.productId = :product" : "";
        return database.read(em -> {
            var query = em.createQuery(
                            "SELECT c FROM FieldChange c WHERE c.tenantId = :tenant" + ofProduct
                                    + " ORDER BY c.receivedAt DESC, c.productId, c.field, c.actor, c.n",
                            FieldChange.class)
                    .setParameter("tenant", tenant.value())
                    .setMaxResults(MOST);
            productId.ifPresent(id -> query.setParameter("product", id));
            return query.getResultStream().map(AuditList::view).toList();
        });
    }

    private static View view(FieldChange change) {
        return new View(
                change.productId(),
                change.field(),
                change.dot(),
                change.terminalId(),
                change.by(),
                change.stamp(),
                Instant.ofEpochMilli(change.receivedAt()).toString(),
                change.outcome(),
                change.oldValue(),
                change.newValue());
    }
}
