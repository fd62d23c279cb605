package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** How far the events of one database file of a till have arrived. */
@Entity
@IdClass(EventStream.Key.class)
@Table(name = "event_stream")
public class EventStream {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "pos_id")
    private String posId;

    @Column(name = "contiguous")
    private long contiguous;

    @Column(name = "highest")
    private long highest;

    @Column(name = "received")
    private long received;

    @Column(name = "duplicates")
    private long duplicates;

    @Column(name = "journal_seq")
    private long journalSeq;

    @Column(name = "journal_hash")
    private String journalHash;

    @Column(name = "journal_entries")
    private long journalEntries;

    @Column(name = "journal_breaks")
    private long journalBreaks;

    @Column(name = "given_up")
    private long givenUp;

    @Column(name = "given_up_ahead")
    private long givenUpAhead;

    @Column(name = "gap_since")
    private Long gapSince;

    @Column(name = "packed")
    private long packed;

    /** For the persistence provider. */
    protected EventStream() {}

    public EventStream(String tenantId, String terminalId, String posId) {
        this.tenantId = tenantId;
        this.terminalId = terminalId;
        this.posId = posId;
    }

    /** Takes the numbers of events that are stored now and were not before. */
    public void received(Collection<Long> localEventIds) {
        received += localEventIds.size();
        localEventIds.forEach(id -> highest = Math.max(highest, id));
    }

    /**
     * Says that all events up to this one are stored.
     *
     * @param nowMillis since when the one behind it is missed, where a later one is there already
     */
    public void completeUpTo(long localEventId, long nowMillis) {
        if (missing() == 0) {
            gapSince = null;
        } else if (gapSince == null || localEventId > contiguous) {
            gapSince = nowMillis;
        }
        contiguous = localEventId;
    }

    public void receivedAgain() {
        duplicates++;
    }

    /**
     * Takes an entry of the file's journal.
     *
     * @param another whether that number was there already
     * @param breaks how many links do not fit because of it
     */
    public void journalEntry(long seq, String hash, boolean another, int breaks) {
        journalEntries += another ? 0 : 1;
        journalBreaks += breaks;
        if (seq > journalSeq) {
            journalSeq = seq;
            journalHash = hash;
        }
    }

    /** Notes that so many numbers below the highest will stay empty; negative: they were filled after all. */
    public void gaveUp(long numbers) {
        givenUp += numbers;
    }

    /** Notes that a number will stay empty which nothing has come behind yet. */
    public void gaveUpAhead() {
        givenUpAhead++;
    }

    /** Notes that so many of the numbers that were given up ahead have something behind them now. */
    public void passed(long numbers) {
        givenUpAhead -= numbers;
        givenUp += numbers;
    }

    /** Notes that its events up to this one are packed. */
    public void packedUpTo(long localEventId) {
        packed = localEventId;
    }

    /** Up to which event they are packed. */
    public long packed() {
        return packed;
    }

    /** How many numbers below the highest stay empty because a person gave their events up. */
    public long givenUp() {
        return givenUp;
    }

    /** How many numbers were given up that are higher than any event that is here. */
    public long givenUpAhead() {
        return givenUpAhead;
    }

    public long missing() {
        return highest - received - givenUp;
    }

    /** Since when the first missing event is missed, in milliseconds since 1970-01-01 UTC; empty where none is missing. */
    public Optional<Long> gapSince() {
        return Optional.ofNullable(gapSince);
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

    public long contiguous() {
        return contiguous;
    }

    public long highest() {
        return highest;
    }

    public long received() {
        return received;
    }

    public long duplicates() {
        return duplicates;
    }

    /** The number of the journal's highest entry that is known; 0 where none is. */
    public long journalSeq() {
        return journalSeq;
    }

    /** The hash of that entry. */
    public Optional<String> journalHash() {
        return Optional.ofNullable(journalHash);
    }

    /** How many numbers up to that one are missing. */
    public long journalMissing() {
        return journalSeq - journalEntries;
    }

    /** How many of the journal's links do not fit. */
    public long journalBreaks() {
        return journalBreaks;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String terminalId;
        private String posId;

        /** For the persistence provider. */
        public Key() {}

        public Key(String tenantId, String terminalId, String posId) {
            this.tenantId = tenantId;
            this.terminalId = terminalId;
            this.posId = posId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && terminalId.equals(key.terminalId)
                    && posId.equals(key.posId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, terminalId, posId);
        }
    }
}
