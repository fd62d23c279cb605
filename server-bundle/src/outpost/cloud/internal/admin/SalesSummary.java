package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/** Adds up what has arrived, from the rows themselves. */
public final class SalesSummary {
    private final Database database;

    public SalesSummary(Database database) {
        this.database = database;
    }

    /**
     * What has arrived.
     *
     * @param netMinor sales less refunds, tax included, in minor units of the tenant's currency
     * @param events how many are stored
     * @param duplicates how many came again and were answered so
     * @param quarantined how many were refused and are kept
     */
    public record Summary(
            String tenantId,
            long sales,
            long refunds,
            long lines,
            long netMinor,
            long events,
            long duplicates,
            long quarantined,
            List<TerminalTotals> terminals,
            List<Stream> streams) {}

    /** The same for one terminal. */
    public record TerminalTotals(
            String branchId, String terminalId, String name, long sales, long refunds, long lines, long netMinor) {}

    /**
     * How far one database file's events have arrived.
     *
     * @param contiguous the last event up to which none is missing
     * @param highest the highest one that is there
     * @param missing how many below it are not
     */
    public record Stream(String terminalId, String posId, long contiguous, long highest, long missing) {}

    /** @throws outpost.cloud.internal.RefusedException if there is no such tenant */
    public Summary of(TenantId tenant) {
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            List<TerminalTotals> terminals = terminals(em, tenant.value());
            List<EventStream> streams = streams(em, tenant.value());
            return new Summary(
                    tenant.value(),
                    terminals.stream().mapToLong(TerminalTotals::sales).sum(),
                    terminals.stream().mapToLong(TerminalTotals::refunds).sum(),
                    terminals.stream().mapToLong(TerminalTotals::lines).sum(),
                    terminals.stream().mapToLong(TerminalTotals::netMinor).reduce(0, Math::addExact),
                    count(em, tenant.value(), "LedgerEvent"),
                    streams.stream().mapToLong(EventStream::duplicates).sum(),
                    count(em, tenant.value(), "QuarantinedEvent"),
                    terminals,
                    streams.stream().map(SalesSummary::view).toList());
        });
    }

    private static List<TerminalTotals> terminals(EntityManager em, String tenantId) {
        Map<String, Long> sales = new HashMap<>();
        Map<String, Long> refunds = new HashMap<>();
        Map<String, Long> net = new HashMap<>();
        rows(
                        em,
                        tenantId,
                        "SELECT s.terminalId, s.refund, COUNT(s), SUM(s.totalMinor) FROM Sale s"
                                + " WHERE s.tenantId = :tenant GROUP BY s.terminalId, s.refund")
                .forEach(row -> {
                    String terminal = (String) row[0];
                    ((Boolean) row[1] ? refunds : sales).put(terminal, (Long) row[2]);
                    net.merge(terminal, (Long) row[3], Math::addExact);
                });
        Map<String, Long> lines = new HashMap<>();
        rows(
                        em,
                        tenantId,
                        "SELECT s.terminalId, COUNT(l) FROM Sale s, SoldLine l WHERE s.tenantId = :tenant"
                                + " AND l.tenantId = s.tenantId AND l.saleId = s.saleId GROUP BY s.terminalId")
                .forEach(row -> lines.put((String) row[0], (Long) row[1]));
        return em.createQuery(
                        "SELECT t FROM Terminal t WHERE t.tenantId = :tenant ORDER BY t.branchId, t.name, t.terminalId",
                        Terminal.class)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .map(t -> new TerminalTotals(
                        t.branchId(),
                        t.terminalId(),
                        t.name(),
                        sales.getOrDefault(t.terminalId(), 0L),
                        refunds.getOrDefault(t.terminalId(), 0L),
                        lines.getOrDefault(t.terminalId(), 0L),
                        net.getOrDefault(t.terminalId(), 0L)))
                .toList();
    }

    private static List<Object[]> rows(EntityManager em, String tenantId, String query) {
        return em.createQuery(query, Object[].class)
                .setParameter("tenant", tenantId)
                .getResultList();
    }

    private static List<EventStream> streams(EntityManager em, String tenantId) {
        return em.createQuery(
                        "SELECT s FROM EventStream s WHERE s.tenantId = :tenant ORDER BY s.terminalId, s.posId",
                        EventStream.class)
                .setParameter("tenant", tenantId)
                .getResultList();
    }

    private static Stream view(EventStream s) {
        return new Stream(s.terminalId(), s.posId(), s.contiguous(), s.highest(), s.missing());
    }

    private static long count(EntityManager em, String tenantId, String entity) {
        TypedQuery<Long> query =
                em.createQuery("SELECT COUNT(e) FROM " + entity + " e WHERE e.tenantId = :tenant", Long.class);
        return query.setParameter("tenant", tenantId).getSingleResult();
    }
}
