package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import outpost.values.EventKey;

/** A stock document that has arrived, and the event that brought it. */
@Entity
@IdClass(StockDocument.Key.class)
@Table(name = "stock_document")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class StockDocument {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "stock_id")
    private String stockId;

    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "pos_id")
    private String posId;

    @Column(name = "local_event_id")
    private long localEventId;

    /** For the persistence provider. */
    protected StockDocument() {}

    public StockDocument(String tenantId, UUID stockId, EventKey event) {
        this.tenantId = tenantId;
        this.stockId = stockId.toString();
        this.terminalId = event.terminalId().value();
        this.posId = event.posId().value();
        this.localEventId = event.localEventId();
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String stockId;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && stockId.equals(key.stockId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, stockId);
        }
    }
}
