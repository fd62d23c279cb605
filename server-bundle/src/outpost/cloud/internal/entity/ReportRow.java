package outpost.cloud.internal.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;

/** When a terminal was last heard of, and the last that it said of itself. */
@Entity
@IdClass(Terminal.Key.class)
@Table(name = "terminal_report")
public class ReportRow {
    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "terminal_id")
    private String terminalId;

    @Column(name = "seen_at")
    private long seenAt;

    @Column(name = "reported_at")
    private Long reportedAt;

    @Column(name = "report")
    private String report;

    /** For the persistence provider. */
    protected ReportRow() {}

    public ReportRow(String tenantId, String terminalId) {
        this.tenantId = tenantId;
        this.terminalId = terminalId;
    }

    /** Notes that the terminal was heard of, in milliseconds since 1970-01-01 UTC. */
    public void seen(long atMillis) {
        seenAt = Math.max(seenAt, atMillis);
    }

    /** @param json of a {@link outpost.protocol.TillReport} */
    public void reported(String json, long atMillis) {
        report = json;
        reportedAt = atMillis;
        seen(atMillis);
    }

    public String terminalId() {
        return terminalId;
    }

    public long seenAt() {
        return seenAt;
    }

    public Optional<Long> reportedAt() {
        return Optional.ofNullable(reportedAt);
    }

    public Optional<String> report() {
        return Optional.ofNullable(report);
    }
}
