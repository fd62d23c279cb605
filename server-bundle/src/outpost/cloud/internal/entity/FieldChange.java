package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.HlcStamp;

/** A line of the audit trail: one change of one field of a product, and what became of it when it arrived. It is never changed. */
@Entity
@IdClass(FieldChange.Key.class)
@Table(name = "field_change")
public class FieldChange {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "product_id")
    private String productId;

    @Id
    @Column(name = "field_name")
    private String field;

    @Id
    @Column(name = "actor")
    private String actor;

    @Id
    @Column(name = "n")
    private long n;

    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "changed_by")
    private String by;

    @Column(name = "stamp")
    private String stamp;

    @Column(name = "received_at")
    private long receivedAt;

    @Column(name = "outcome")
    private String outcome;

    @Column(name = "old_value")
    private String oldValue;

    @Column(name = "new_value")
    private String newValue;

    /** For the persistence provider. */
    protected FieldChange() {}

    /**
     * @param oldValue what held before
     * @param receivedAt milliseconds since 1970-01-01 UTC
     */
    public FieldChange(Key key, Sibling change, String by, String outcome, Optional<String> oldValue, long receivedAt) {
        this.tenantId = key.tenantId;
        this.productId = key.productId;
        this.field = key.field;
        this.actor = key.actor;
        this.n = key.n;
        this.terminalId = change.terminal();
        this.by = by;
        this.stamp = change.at().toString();
        this.receivedAt = receivedAt;
        this.outcome = outcome;
        this.oldValue = oldValue.orElse(null);
        this.newValue = change.value().orElse(null);
    }

    public String productId() {
        return productId;
    }

    public ProductField field() {
        return ProductField.of(field);
    }

    public Dot dot() {
        return new Dot(actor, n);
    }

    public String terminalId() {
        return terminalId;
    }

    public String by() {
        return by;
    }

    public HlcStamp stamp() {
        return HlcStamp.parse(stamp);
    }

    public long receivedAt() {
        return receivedAt;
    }

    public String outcome() {
        return outcome;
    }

    public Optional<String> oldValue() {
        return Optional.ofNullable(oldValue);
    }

    public Optional<String> newValue() {
        return Optional.ofNullable(newValue);
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String productId;
        private String field;
        private String actor;
        private long n;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String productId, ProductField field, Dot dot) {
            this.tenantId = tenantId;
            this.productId = productId;
            this.field = field.wireName();
            this.actor = dot.actor();
            this.n = dot.n();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && productId.equals(key.productId)
                    && field.equals(key.field)
                    && actor.equals(key.actor)
                    && n == key.n;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, productId, field, actor, n);
        }
    }
}
