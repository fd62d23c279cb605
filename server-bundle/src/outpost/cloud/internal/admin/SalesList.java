package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outpost.cloud.internal.store.Database;

/** The sales and refunds that have arrived, with their lines and tenders, page by page in the order of the tills' clocks. */
public final class SalesList {
    /** Most sales in a page. */
    public static final int PAGE = 500;

    private final Database database;

    public SalesList(Database database) {
        this.database = database;
    }

    /** A line. @param discountMinor what was taken off, contained in {@code totalMinor} */
    public record Line(
            int line,
            Optional<String> productId,
            String code,
            String name,
            Optional<String> categoryId,
            long quantityMilli,
            long unitPriceMinor,
            long discountMinor,
            long totalMinor,
            int taxRatePpm) {}

    /** A way of payment, and what it paid. */
    public record Tender(String type, long amountMinor) {}

    /**
     * A sale or refund.
     *
     * @param at in UTC
     * @param localMinute the minute on the till's own clock
     * @param totalMinor tax included; of a refund negative
     */
    public record View(
            String saleId,
            String branchId,
            String terminalId,
            String posId,
            long localEventId,
            boolean refund,
            boolean training,
            String at,
            String localMinute,
            String receiptNumber,
            Optional<String> reference,
            String cashier,
            Optional<String> customerId,
            long totalMinor,
            long taxMinor,
            long discountMinor,
            long roundingMinor,
            List<Line> lines,
            List<Tender> tenders) {
        /** Behind which the next page begins. */
        public String place() {
            return localMinute + "/" + saleId;
        }
    }

    /** @param next what to pass as {@code after} for more; absent at the end */
    public record Page(List<View> sales, Optional<String> next) {}

    /**
     * A page.
     *
     * @param after the place behind which it begins; empty for the first one
     * @param limit at most {@link #PAGE} sales
     * @throws outpost.cloud.internal.RefusedException if there is no such tenant
     */
    public Page page(SalesFilter filter, String after, int limit) {
        int most = Math.max(1, Math.min(limit, PAGE));
        String[] place = (after.isEmpty() ? "/" : after).split("/", 2);
        String sql =
                "SELECT s.sale_id, s.branch_id, s.terminal_id, s.pos_id, s.local_event_id, s.refund, s.training, s.occurred_at, s.local_minute,"
                        + " s.receipt_number, s.reference, s.cashier, s.customer_id, s.total_minor, s.tax_minor, s.discount_minor, s.rounding_minor"
                        + " FROM sale s WHERE " + filter.condition()
                        + " AND (s.local_minute > ? OR (s.local_minute = ? AND s.sale_id > ?)) ORDER BY s.local_minute, s.sale_id";
        List<String> values = filter.values();
        values.addAll(List.of(place[0], place[0], place.length > 1 ? place[1] : ""));
        List<View> views = database.read(em -> {
            Shops.requireTenant(em, filter.tenant());
            Query query = em.createNativeQuery(sql).setMaxResults(most + 1);
            bind(query, values);
            List<Object[]> rows = rows(query);
            List<String> ids = rows.stream().map(row -> (String) row[0]).toList();
            Map<String, List<Line>> lines = lines(em, filter.tenant().value(), ids);
            Map<String, List<Tender>> tenders = tenders(em, filter.tenant().value(), ids);
            return rows.stream()
                    .map(row ->
                            view(row, lines.getOrDefault(row[0], List.of()), tenders.getOrDefault(row[0], List.of())))
                    .toList();
        });
        boolean more = views.size() > most;
        List<View> page = more ? views.subList(0, most) : views;
        return new Page(page, more ? Optional.of(page.get(most - 1).place()) : Optional.empty());
    }

    private static Map<String, List<Line>> lines(EntityManager em, String tenant, List<String> ids) {
        Map<String, List<Line>> lines = new HashMap<>();
        of(
                        em,
                        tenant,
                        ids,
                        "l.sale_id, l.line_no, l.product_id, l.code, l.name, l.category_id, l.quantity_milli, l.unit_price_minor,"
                                + " l.discount_minor, l.total_minor, l.tax_rate_ppm FROM sale_line l",
                        "l.line_no")
                .forEach(row -> lines.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new Line(
                                (int) number(row[1]),
                                Optional.ofNullable((String) row[2]),
                                (String) row[3],
                                (String) row[4],
                                Optional.ofNullable((String) row[5]),
                                number(row[6]),
                                number(row[7]),
                                number(row[8]),
                                number(row[9]),
                                (int) number(row[10]))));
        return lines;
    }

    private static Map<String, List<Tender>> tenders(EntityManager em, String tenant, List<String> ids) {
        Map<String, List<Tender>> tenders = new HashMap<>();
        of(em, tenant, ids, "l.sale_id, l.tender_type, l.amount_minor FROM sale_tender l", "l.tender_no")
                .forEach(row -> tenders.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                        .add(new Tender((String) row[1], number(row[2]))));
        return tenders;
    }

    /** Ids come from the database, so they can stand in the statement's list of parameters and nowhere else. */
    private static List<Object[]> of(EntityManager em, String tenant, List<String> ids, String what, String order) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
        Query query = em.createNativeQuery("SELECT " + what + " WHERE l.tenant_id = ? AND l.sale_id IN (" + marks
                + ") ORDER BY l.sale_id, " + order);
        List<String> values = new ArrayList<>(List.of(tenant));
        values.addAll(ids);
        bind(query, values);
        return rows(query);
    }

    static void bind(Query query, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
    }

    private static List<Object[]> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static View view(Object[] row, List<Line> lines, List<Tender> tenders) {
        return new View(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                number(row[4]),
                (Boolean) row[5],
                (Boolean) row[6],
                Instant.ofEpochMilli(number(row[7])).toString(),
                (String) row[8],
                (String) row[9],
                Optional.ofNullable((String) row[10]),
                (String) row[11],
                Optional.ofNullable((String) row[12]),
                number(row[13]),
                number(row[14]),
                number(row[15]),
                number(row[16]),
                lines,
                tenders);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
