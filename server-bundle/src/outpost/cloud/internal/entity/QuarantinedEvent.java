package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** An event that was refused, whole, with the reason. The same event delivered again is the same row. */
@Entity
@IdClass(QuarantinedEvent.Key.class)
@Table(name = "quarantined_event")
public class QuarantinedEvent {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "quarantine_id")
    private String quarantineId;

    @Column(name = "delivered_by")
    private String deliveredBy;

    @Column(name = "branch_id")
    private String branchId;

    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "pos_id")
    private String posId;

    @Column(name = "local_event_id")
    private Long localEventId;

    @Column(name = "code")
    private String code;

    @Column(name = "reason")
    private String reason;

    @Column(name = "payload_hash")
    private String payloadHash;

    @Column(name = "settled_at")
    private Long settledAt;

    @Lob
    @Column(name = "event")
    private String event;

    @Column(name = "first_seen_at")
    private long firstSeenAt;

    @Column(name = "last_seen_at")
    private long lastSeenAt;

    @Column(name = "deliveries")
    private long deliveries;

    /** For the persistence provider. */
    protected QuarantinedEvent() {}

    /**
     * @param quarantineId SHA-256 of the event as it was delivered
     * @param deliveredBy the terminal that pushed it, of the branch {@code branchId}
     * @param event the event's JSON, whatever its shape
     */
    public QuarantinedEvent(Key key, String deliveredBy, String branchId, String event) {
        this.tenantId = key.tenantId;
        this.quarantineId = key.quarantineId;
        this.deliveredBy = deliveredBy;
        this.branchId = branchId;
        this.event = event;
    }

    /** Notes which event it says it is, as far as that is readable, and what the hash of its payload is. */
    public void claims(
            Optional<String> terminal, Optional<String> pos, Optional<Long> number, Optional<String> hashOfPayload) {
        terminalId = terminal.orElse(null);
        posId = pos.orElse(null);
        localEventId = number.orElse(null);
        payloadHash = hashOfPayload.orElse(null);
    }

    /** Notes that what it tells has been accepted, under its own key or another. */
    public void settle(long atMillis) {
        settledAt = settledAt == null ? Long.valueOf(atMillis) : settledAt;
    }

    /** When what it tells was accepted, in milliseconds since 1970-01-01 UTC. */
    public Optional<Long> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    /** Notes one more delivery that was refused. */
    public void refused(String withCode, String because, long atMillis) {
        code = withCode;
        reason = because;
        firstSeenAt = deliveries == 0 ? atMillis : firstSeenAt;
        lastSeenAt = atMillis;
        deliveries++;
    }

    public String tenantId() {
        return tenantId;
    }

    public String quarantineId() {
        return quarantineId;
    }

    public String deliveredBy() {
        return deliveredBy;
    }

    public String branchId() {
        return branchId;
    }

    public Optional<String> terminalId() {
        return Optional.ofNullable(terminalId);
    }

    public Optional<String> posId() {
        return Optional.ofNullable(posId);
    }

    public Optional<Long> localEventId() {
        return Optional.ofNullable(localEventId);
    }

    public String code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    public String event() {
        return event;
    }

    public long firstSeenAt() {
        return firstSeenAt;
    }

    public long lastSeenAt() {
        return lastSeenAt;
    }

    public long deliveries() {
        return deliveries;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String quarantineId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String quarantineId) {
            this.tenantId = tenantId;
            this.quarantineId = quarantineId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && tenantId.equals(key.tenantId) && quarantineId.equals(key.quarantineId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, quarantineId);
        }
    }
}
