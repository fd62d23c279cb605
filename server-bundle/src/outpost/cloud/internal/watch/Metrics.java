package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.ReportRow;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Json;
import outpost.protocol.TillReport;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** How each terminal's sync goes: what it said of itself, beside what has arrived of it. */
public final class Metrics {
    private final Database database;

    public Metrics(Database database) {
        this.database = database;
    }

    /**
     * One terminal's sync.
     *
     * @param seenAt when it was last heard of, where it ever was
     * @param report the last that it said of itself
     * @param received events of its own that are here
     * @param duplicates deliveries of events that were here already
     * @param missing numbers of its files that are not here below ones that are
     * @param refused events of its own in quarantine that are not settled
     */
    public record TerminalMetrics(
            BranchId branchId,
            TerminalId terminalId,
            String name,
            Optional<String> seenAt,
            Optional<String> reportedAt,
            Optional<TillReport> report,
            long received,
            long duplicates,
            long missing,
            long refused,
            List<Stream> streams) {}

    /**
     * One file's events.
     *
     * @param contiguous the last event up to which none is missing
     * @param gapSince since when the first missing one is missed
     */
    public record Stream(
            String posId, long contiguous, long highest, long missing, long duplicates, Optional<String> gapSince) {}

    /** @throws RefusedException if the caller's branch has no such terminal */
    public TerminalMetrics of(Caller.Lane caller, TerminalId terminal) {
        return database.read(em -> Optional.ofNullable(
                        em.find(Terminal.class, new Terminal.Key(caller.tenant().value(), terminal.value())))
                .filter(found -> found.branchId().equals(caller.branch().value()))
                .map(found -> metrics(em, found))
                .orElseThrow(() -> RefusedException.notFound("This branch has no terminal '" + terminal + "'")));
    }

    /**
     * All terminals of a tenant, or of one branch of it.
     *
     * @throws RefusedException if there is no such tenant
     */
    public List<TerminalMetrics> of(TenantId tenant, Optional<BranchId> branch) {
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            return em
                    .createQuery(
                            "SELECT t FROM Terminal t WHERE t.tenantId = :tenant ORDER BY t.branchId, t.name, t.terminalId",
                            Terminal.class)
                    .setParameter("tenant", tenant.value())
                    .getResultList()
                    .stream()
                    .filter(terminal -> branch.map(only -> only.value().equals(terminal.branchId()))
                            .orElse(true))
                    .map(terminal -> metrics(em, terminal))
                    .toList();
        });
    }

    private static TerminalMetrics metrics(EntityManager em, Terminal t) {
        Optional<ReportRow> said =
                Optional.ofNullable(em.find(ReportRow.class, new Terminal.Key(t.tenantId(), t.terminalId())));
        List<EventStream> streams = em.createQuery(
                        "SELECT s FROM EventStream s WHERE s.tenantId = :tenant AND s.terminalId = :terminal ORDER BY s.posId",
                        EventStream.class)
                .setParameter("tenant", t.tenantId())
                .setParameter("terminal", t.terminalId())
                .getResultList();
        long refused = em.createQuery(
                        "SELECT COUNT(q) FROM QuarantinedEvent q WHERE q.tenantId = :tenant AND q.terminalId = :terminal"
                                + " AND q.settledAt IS NULL",
                        Long.class)
                .setParameter("tenant", t.tenantId())
                .setParameter("terminal", t.terminalId())
                .getSingleResult();
        return new TerminalMetrics(
                new BranchId(t.branchId()),
                new TerminalId(t.terminalId()),
                t.name(),
                said.map(ReportRow::seenAt).map(Metrics::time),
                said.flatMap(ReportRow::reportedAt).map(Metrics::time),
                said.flatMap(ReportRow::report).map(json -> Json.read(json, TillReport.class)),
                streams.stream().mapToLong(EventStream::received).sum(),
                streams.stream().mapToLong(EventStream::duplicates).sum(),
                streams.stream().mapToLong(EventStream::missing).sum(),
                refused,
                streams.stream().map(Metrics::stream).toList());
    }

    private static Stream stream(EventStream s) {
        return new Stream(
                s.posId(),
                s.contiguous(),
                s.highest(),
                s.missing(),
                s.duplicates(),
                s.gapSince().map(Metrics::time));
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
