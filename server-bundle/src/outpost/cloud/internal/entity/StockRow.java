package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.protocol.stock.StockMovement;

/** One movement of one product in a branch. It is never changed. */
@Entity
@IdClass(StockRow.Key.class)
@Table(name = "stock_movement")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class StockRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "branch_id")
    private String branchId;

    @Id
    @Column(name = "product_id")
    private String productId;

    @Id
    @Column(name = "moment")
    private String moment;

    @Id
    @Column(name = "kind")
    private String kind;

    @Column(name = "quantity_milli")
    private long quantityMilli;

    /** For the persistence provider. */
    protected StockRow() {}

    public StockRow(String tenantId, String branchId, StockMovement movement) {
        this.tenantId = tenantId;
        this.branchId = branchId;
        this.productId = movement.productId();
        this.moment = movement.at().toString();
        this.kind = movement.kind().wireName();
        this.quantityMilli = movement.quantity().milli();
    }

    public String moment() {
        return moment;
    }

    public String kind() {
        return kind;
    }

    public long quantityMilli() {
        return quantityMilli;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String branchId;
        private String productId;
        private String moment;
        private String kind;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && branchId.equals(key.branchId)
                    && productId.equals(key.productId)
                    && moment.equals(key.moment)
                    && kind.equals(key.kind);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, branchId, productId, moment, kind);
        }
    }
}
