package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * An accepted event, as its terminal signed it. First delivery wins; it is never changed. What an old one says may be packed elsewhere: then this row has its key,
 * its hashes and its stamp.
 */
@Entity
@IdClass(LedgerEvent.Key.class)
@Table(name = "event_ledger")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class LedgerEvent {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "pos_id")
    private String posId;

    @Id
    @Column(name = "local_event_id")
    private long localEventId;

    @Column(name = "event_type")
    private String type;

    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "occurred_at")
    private String occurredAt;

    @Column(name = "hlc")
    private String hlc;

    @Column(name = "payload")
    private String payload;

    @Column(name = "payload_hash")
    private String payloadHash;

    @Column(name = "previous_hash")
    private String previousHash;

    @Column(name = "hash")
    private String hash;

    @Column(name = "signature")
    private String signature;

    @Column(name = "delivered_by")
    private String deliveredBy;

    @Column(name = "received_at")
    private long receivedAt;

    /** For the persistence provider. */
    protected LedgerEvent() {}

    /**
     * @param deliveredBy the terminal that pushed it, which may be another lane of the branch
     * @param receivedAt milliseconds since 1970-01-01 UTC
     */
    public LedgerEvent(String tenantId, Event event, String deliveredBy, long receivedAt) {
        this.tenantId = tenantId;
        this.terminalId = event.terminalId().value();
        this.posId = event.posId().value();
        this.localEventId = event.localEventId();
        this.type = event.type().wireName();
        this.branchId = event.branchId().value();
        this.occurredAt = event.occurredAt();
        this.hlc = event.hlc().toString();
        this.payload = event.payload();
        this.payloadHash = event.payloadHash();
        this.previousHash = event.previousHash();
        this.hash = event.hash();
        this.signature = event.signature();
        this.deliveredBy = deliveredBy;
        this.receivedAt = receivedAt;
    }

    /** The event as it was accepted; empty where it is packed. */
    public Optional<Event> event() {
        return Optional.ofNullable(payload)
                .map(text -> new Event(
                        new TerminalId(terminalId),
                        new PosId(posId),
                        localEventId,
                        new EventType(type),
                        new BranchId(branchId),
                        occurredAt,
                        HlcStamp.parse(hlc),
                        text,
                        payloadHash,
                        previousHash,
                        hash,
                        signature));
    }

    public EventKey key() {
        return new EventKey(new TerminalId(terminalId), new PosId(posId), localEventId);
    }

    /** When it came, in milliseconds since 1970-01-01 UTC. */
    public long receivedAt() {
        return receivedAt;
    }

    /** The terminal that pushed it. */
    public String deliveredBy() {
        return deliveredBy;
    }

    public String tenantId() {
        return tenantId;
    }

    public String terminalId() {
        return terminalId;
    }

    public String posId() {
        return posId;
    }

    public long localEventId() {
        return localEventId;
    }

    public String hash() {
        return hash;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;
        private String posId;
        private long localEventId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String terminalId, String posId, long localEventId) {
            this.tenantId = tenantId;
            this.terminalId = terminalId;
            this.posId = posId;
            this.localEventId = localEventId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && terminalId.equals(key.terminalId)
                    && posId.equals(key.posId)
                    && localEventId == key.localEventId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId, posId, localEventId);
        }
    }
}
