package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import outpost.values.EventKey;
import outpost.values.PosId;

/** One entry of a till's journal that an event has brought. */
@Entity
@IdClass(JournalRow.Key.class)
@Table(name = "journal_link")
@SuppressWarnings("unused") // Queries read the columns that no accessor shows.
public class JournalRow {
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
    @Column(name = "seq")
    private long seq;

    @Id
    @Column(name = "event_pos_id")
    private String eventPosId;

    @Id
    @Column(name = "local_event_id")
    private long localEventId;

    @Column(name = "hash")
    private String hash;

    @Column(name = "previous_hash")
    private String previousHash;

    /** For the persistence provider. */
    protected JournalRow() {}

    /** @param journal the posId whose journal it is */
    public JournalRow(String tenantId, EventKey event, PosId journal, long seq, String hash, String previousHash) {
        this.tenantId = tenantId;
        this.terminalId = event.terminalId().value();
        this.posId = journal.value();
        this.eventPosId = event.posId().value();
        this.seq = seq;
        this.localEventId = event.localEventId();
        this.hash = hash;
        this.previousHash = previousHash;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;
        private String posId;
        private long seq;
        private String eventPosId;
        private long localEventId;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && terminalId.equals(key.terminalId)
                    && posId.equals(key.posId)
                    && seq == key.seq
                    && eventPosId.equals(key.eventPosId)
                    && localEventId == key.localEventId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId, posId, seq, eventPosId, localEventId);
        }
    }
}
