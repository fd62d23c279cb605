package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.ReportRow;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;
import outpost.protocol.TillReport;

/** Reads what is wrong with a tenant's terminals out of what they sent and said. */
final class Conditions {
    private static final Duration GAP_PATIENCE = Duration.ofMinutes(5);
    private static final Duration CLOCK_BOUND = Duration.ofMinutes(2);
    private static final Duration FAILING_PATIENCE = Duration.ofMinutes(15);
    /** A shop may be closed for a night or a Sunday without being an alarm. */
    private static final Duration SILENCE = Duration.ofHours(36);

    private static final long LITTLE_DISK_BYTES = 512L * 1024 * 1024;
    private static final String TERMINAL_ITSELF = "";

    private final EntityManager em;
    private final String tenantId;
    private final long nowMillis;

    Conditions(EntityManager em, String tenantId, long nowMillis) {
        this.em = em;
        this.tenantId = tenantId;
        this.nowMillis = nowMillis;
    }

    List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        gaps(all);
        forks(all);
        all.addAll(new DoubleRefunds(em, tenantId, nowMillis).conditions());
        em.createQuery("SELECT r FROM ReportRow r WHERE r.tenantId = :tenant", ReportRow.class)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .forEach(row -> ofTerminal(row, all));
        return all;
    }

    private void gaps(List<Condition> all) {
        em.createQuery(
                        "SELECT s FROM EventStream s WHERE s.tenantId = :tenant AND s.gapSince < :before",
                        EventStream.class)
                .setParameter("tenant", tenantId)
                .setParameter("before", nowMillis - GAP_PATIENCE.toMillis())
                .getResultStream()
                .map(s -> new Condition(
                        AlarmKind.GAP,
                        s.terminalId(),
                        s.posId(),
                        s.gapSince().orElseThrow(),
                        "event " + (s.contiguous() + 1) + " is missing, " + s.missing() + " up to " + s.highest()))
                .forEach(all::add);
    }

    private void forks(List<Condition> all) {
        em.createQuery(
                        "SELECT q.terminalId, q.posId, MIN(q.firstSeenAt), COUNT(q) FROM QuarantinedEvent q"
                                + " WHERE q.tenantId = :tenant AND q.code = :fork AND q.settledAt IS NULL"
                                + " GROUP BY q.terminalId, q.posId",
                        Object[].class)
                .setParameter("tenant", tenantId)
                .setParameter("fork", ErrorCode.POS_SYNC_EVENT_FORK.name())
                .getResultStream()
                .map(row -> new Condition(
                        AlarmKind.FORK,
                        (String) row[0],
                        (String) row[1],
                        (Long) row[2],
                        row[3] + " events under numbers that were taken, whose content is not here otherwise"))
                .forEach(all::add);
    }

    private void ofTerminal(ReportRow row, List<Condition> all) {
        if (row.seenAt() < nowMillis - SILENCE.toMillis()) {
            all.add(of(AlarmKind.SILENT, row, row.seenAt(), "last heard of " + Instant.ofEpochMilli(row.seenAt())));
        }
        Optional<TillReport> report = row.report().map(json -> Json.read(json, TillReport.class));
        report.ifPresent(said -> ofReport(row, said, row.reportedAt().orElseThrow(), all));
    }

    private static void ofReport(ReportRow row, TillReport said, long at, List<Condition> all) {
        said.clockOffsetMillis()
                .filter(offset -> Math.abs(offset) > CLOCK_BOUND.toMillis())
                .ifPresent(offset ->
                        all.add(of(AlarmKind.CLOCK, row, at, "its clock is off by " + -offset + " milliseconds")));
        if (said.parked() > 0) {
            all.add(of(AlarmKind.PARKED, row, at, said.parked() + " events need a person"));
        }
        boolean failing = said.lastSuccessMillis()
                .map(success -> at - success > FAILING_PATIENCE.toMillis())
                .orElse(said.failedCycles() > 0);
        if (failing) {
            all.add(of(AlarmKind.FAILING, row, at, said.problem().orElse("no cycle has succeeded for long")));
        }
        said.updateProblem().ifPresent(problem -> all.add(of(AlarmKind.UPDATE, row, at, problem)));
        if (said.diskFreeBytes() < LITTLE_DISK_BYTES) {
            all.add(of(AlarmKind.DISK, row, at, said.diskFreeBytes() + " bytes are free"));
        }
    }

    private static Condition of(AlarmKind kind, ReportRow row, long since, String detail) {
        return new Condition(kind, row.terminalId(), TERMINAL_ITSELF, since, detail);
    }
}
