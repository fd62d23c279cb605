package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import outpost.protocol.DiscardPayload;

/** The number of an event that a person gave up: nobody waits for it any more. */
@Entity
@IdClass(LedgerEvent.Key.class)
@Table(name = "given_up_event")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class GivenUpEvent {
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

    @Column(name = "reason")
    private String reason;

    @Column(name = "given_up_by")
    private String givenUpBy;

    /** For the persistence provider. */
    protected GivenUpEvent() {}

    public GivenUpEvent(String tenantId, String terminalId, DiscardPayload discard) {
        this.tenantId = tenantId;
        this.terminalId = terminalId;
        this.posId = discard.posId().value();
        this.localEventId = discard.localEventId();
        this.reason = discard.reason();
        this.givenUpBy = discard.by();
    }

    public long localEventId() {
        return localEventId;
    }
}
