package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** One episode of an alarm, open until it is cleared. */
@Entity
@IdClass(AlarmRow.Key.class)
@Table(name = "alarm")
public class AlarmRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "kind")
    private String kind;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Id
    @Column(name = "pos_id")
    private String posId;

    @Id
    @Column(name = "episode")
    private int episode;

    @Column(name = "since")
    private long since;

    @Column(name = "cleared_at")
    private Long clearedAt;

    @Column(name = "detail")
    private String detail;

    /** For the persistence provider. */
    protected AlarmRow() {}

    /**
     * @param posId the file that it is about; empty where it is about the terminal
     * @param episode 1 for the first alarm of that kind about it, then 2, 3 …
     * @param since milliseconds since 1970-01-01 UTC
     */
    public AlarmRow(String tenantId, String kind, String terminalId, String posId, int episode, long since) {
        this.tenantId = tenantId;
        this.kind = kind;
        this.terminalId = terminalId;
        this.posId = posId;
        this.episode = episode;
        this.since = since;
    }

    /** Says what is the matter, in a sentence; it may change while the alarm is open. */
    public void describe(String sentence) {
        detail = sentence;
    }

    public void clear(long atMillis) {
        clearedAt = atMillis;
    }

    public String tenantId() {
        return tenantId;
    }

    public String kind() {
        return kind;
    }

    public String terminalId() {
        return terminalId;
    }

    public String posId() {
        return posId;
    }

    public int episode() {
        return episode;
    }

    public long since() {
        return since;
    }

    public Optional<Long> clearedAt() {
        return Optional.ofNullable(clearedAt);
    }

    public String detail() {
        return detail;
    }

    /** The primary key. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenantId;
        private String kind;
        private String terminalId;
        private String posId;
        private int episode;

        /** For the persistence provider. */
        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && tenantId.equals(key.tenantId)
                    && kind.equals(key.kind)
                    && terminalId.equals(key.terminalId)
                    && posId.equals(key.posId)
                    && episode == key.episode;
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenantId, kind, terminalId, posId, episode);
        }
    }
}
