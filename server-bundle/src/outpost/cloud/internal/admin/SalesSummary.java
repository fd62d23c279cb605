package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
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
     * What has arrived. Training counts nowhere but in {@code training}.
     *
     * @param netMinor sales less refunds, tax included, in minor units of the tenant's currency
     * @param refundMinor what refunds gave back, not negative
     * @param discountMinor what discounts took off
     * @param roundingMinor what cash rounding added; the tenders make up {@code netMinor} and this
     * @param training how many sales and refunds were exercises
     * @param events how many are stored
     * @param duplicates how many came again and were answered so
     * @param quarantined how many were refused and are not settled
     */
    public record Summary(
            String tenantId,
            long sales,
            long refunds,
            long lines,
            long netMinor,
            long refundMinor,
            long discountMinor,
            long roundingMinor,
            long training,
            long events,
            long duplicates,
            long quarantined,
            List<TenderTotals> tenders,
            List<TerminalTotals> terminals,
            List<Stream> streams) {}

    /**
     * What one type of tender brought in.
     *
     * @param count how often it was used
     */
    public record TenderTotals(String type, long count, long amountMinor) {}

    /** The same as for the tenant, for one terminal. */
    public record TerminalTotals(
            String branchId,
            String terminalId,
            String name,
            long sales,
            long refunds,
            long lines,
            long netMinor,
            long refundMinor,
            long discountMinor) {}

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
            Map<String, Sums> sums = sums(em, tenant.value());
            Sums all = sums.values().stream().reduce(Sums.NONE, Sums::plus);
            List<TerminalTotals> terminals = terminals(em, tenant.value(), sums);
            List<EventStream> streams = streams(em, tenant.value());
            return new Summary(
                    tenant.value(),
                    all.sales(),
                    all.refunds(),
                    terminals.stream().mapToLong(TerminalTotals::lines).sum(),
                    all.netMinor(),
                    all.refundMinor(),
                    all.discountMinor(),
                    all.roundingMinor(),
                    count(em, tenant.value(), "Sale e WHERE e.training = TRUE AND"),
                    count(em, tenant.value(), "LedgerEvent e WHERE"),
                    streams.stream().mapToLong(EventStream::duplicates).sum(),
                    count(em, tenant.value(), "QuarantinedEvent e WHERE e.settledAt IS NULL AND"),
                    tenders(em, tenant.value()),
                    terminals,
                    streams.stream().map(SalesSummary::view).toList());
        });
    }

    private record Sums(
            long sales, long refunds, long netMinor, long refundMinor, long discountMinor, long roundingMinor) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

        static Sums of(boolean refund, long count, long total, long discount, long rounding) {
            return refund
                    ? new Sums(0, count, total, Math.negateExact(total), discount, rounding)
                    : new Sums(count, 0, total, 0, discount, rounding);
        }

        Sums plus(Sums other) {
            return new Sums(
                    sales + other.sales,
                    refunds + other.refunds,
                    Math.addExact(netMinor, other.netMinor),
                    Math.addExact(refundMinor, other.refundMinor),
                    Math.addExact(discountMinor, other.discountMinor),
                    Math.addExact(roundingMinor, other.roundingMinor));
        }
    }

    private static Map<String, Sums> sums(EntityManager em, String tenantId) {
        Map<String, Sums> sums = new HashMap<>();
        rows(
                        em,
                        tenantId,
                        "SELECT s.terminalId, s.refund, COUNT(s), SUM(s.totalMinor), SUM(s.discountMinor), SUM(s.roundingMinor)"
                                + " FROM Sale s WHERE s.tenantId = :tenant AND s.training = FALSE GROUP BY s.terminalId, s.refund")
                .forEach(row -> sums.merge(
                        (String) row[0],
                        Sums.of((Boolean) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Long) row[5]),
                        Sums::plus));
        return sums;
    }

    private static List<TerminalTotals> terminals(EntityManager em, String tenantId, Map<String, Sums> sums) {
        Map<String, Long> lines = new HashMap<>();
        rows(
                        em,
                        tenantId,
                        "SELECT s.terminalId, COUNT(l) FROM Sale s, SoldLine l WHERE s.tenantId = :tenant AND s.training = FALSE"
                                + " AND l.tenantId = s.tenantId AND l.saleId = s.saleId GROUP BY s.terminalId")
                .forEach(row -> lines.put((String) row[0], (Long) row[1]));
        return em.createQuery(
                        "SELECT t FROM Terminal t WHERE t.tenantId = :tenant ORDER BY t.branchId, t.name, t.terminalId",
                        Terminal.class)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .map(t ->
                        totals(t, sums.getOrDefault(t.terminalId(), Sums.NONE), lines.getOrDefault(t.terminalId(), 0L)))
                .toList();
    }

    private static TerminalTotals totals(Terminal t, Sums sums, long lines) {
        return new TerminalTotals(
                t.branchId(),
                t.terminalId(),
                t.name(),
                sums.sales(),
                sums.refunds(),
                lines,
                sums.netMinor(),
                sums.refundMinor(),
                sums.discountMinor());
    }

    private static List<TenderTotals> tenders(EntityManager em, String tenantId) {
        return rows(
                        em,
                        tenantId,
                        "SELECT p.type, COUNT(p), SUM(p.amountMinor) FROM Sale s, PaidTender p WHERE s.tenantId = :tenant"
                                + " AND s.training = FALSE AND p.tenantId = s.tenantId AND p.saleId = s.saleId"
                                + " GROUP BY p.type ORDER BY p.type")
                .stream()
                .map(row -> new TenderTotals((String) row[0], (Long) row[1], (Long) row[2]))
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

    /** @param where the entity as {@code e}, and what holds of it besides its tenant */
    private static long count(EntityManager em, String tenantId, String where) {
        return em.createQuery("SELECT COUNT(e) FROM " + where + " e.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenantId)
                .getSingleResult();
    }
}
