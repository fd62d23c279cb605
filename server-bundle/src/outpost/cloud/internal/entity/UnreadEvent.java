package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.protocol.Event;

/** An event in the ledger that waits for a version which can read its type. */
@Entity
@IdClass(UnreadEvent.Key.class)
@Table(name = "unread_event")
public class UnreadEvent {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "event_type")
    private String type;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "pos_id")
    private String posId;

    @Id
    @Column(name = "local_event_id")
    private long localEventId;

    /** For the persistence provider. */
    protected UnreadEvent() {}

    public UnreadEvent(String tenantId, Event event) {
        this.tenantId = tenantId;
        this.type = event.type().wireName();
        this.terminalId = event.terminalId().value();
        this.posId = event.posId().value();
        this.localEventId = event.localEventId();
    }

    public String tenantId() {
        return tenantId;
    }

    /** Where it lies in the ledger. */
    public LedgerEvent.Key inLedger() {
        return new LedgerEvent.Key(tenantId, terminalId, posId, localEventId);
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String type;
        private String terminalId;
        private String posId;
        private long localEventId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String type, String terminalId, String posId, long localEventId) {
            this.tenantId = tenantId;
            this.type = type;
            this.terminalId = terminalId;
            this.posId = posId;
            this.localEventId = localEventId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && type.equals(key.type)
                    && terminalId.equals(key.terminalId)
                    && posId.equals(key.posId)
                    && localEventId == key.localEventId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, type, terminalId, posId, localEventId);
        }
    }
}
