package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.protocol.Json;
import outpost.protocol.ProductConflict;

/** A conflict about a product's field that waits for a person. */
@Entity
@IdClass(OpenConflict.Key.class)
@Table(name = "product_conflict")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class OpenConflict {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "product_id")
    private String productId;

    @Id
    @Column(name = "field_name")
    private String field;

    @Column(name = "conflict_id")
    private String conflictId;

    @Column(name = "since")
    private long since;

    @Column(name = "conflict")
    private String conflict;

    /** For the persistence provider. */
    protected OpenConflict() {}

    /** @param since milliseconds since 1970-01-01 UTC */
    public OpenConflict(String tenantId, ProductConflict conflict, long since) {
        this.tenantId = tenantId;
        this.productId = conflict.productId();
        this.field = conflict.field().wireName();
        this.since = since;
        becomes(conflict);
    }

    /** Takes further changes in. */
    public final void becomes(ProductConflict now) {
        conflictId = now.id();
        conflict = Json.write(now);
    }

    public ProductConflict conflict() {
        return Json.read(conflict, ProductConflict.class);
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String productId;
        private String field;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && productId.equals(key.productId)
                    && field.equals(key.field);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, productId, field);
        }
    }
}
