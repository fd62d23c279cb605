package outpost.cloud.internal.admin;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.store.Database;

/** Adds up sales by what one wants to compare them by. Training counts nowhere. */
public final class SalesTotals {
    private static final int MOST = 10_000;

    private final Database database;

    public SalesTotals(Database database) {
        this.database = database;
    }

    /** What sales are compared by; days and hours are those of the tills' own clocks. */
    public enum By {
        DAY("SUBSTRING(s.local_minute FROM 1 FOR 10)", false),
        HOUR("SUBSTRING(s.local_minute FROM 1 FOR 13)", false),
        BRANCH("s.branch_id", false),
        TERMINAL("s.terminal_id", false),
        CASHIER("s.cashier", false),
        PRODUCT("COALESCE(l.product_id, '')", true),
        CATEGORY("COALESCE(l.category_id, '')", true);

        private final String sql;
        private final boolean ofLines;

        By(String sql, boolean ofLines) {
            this.sql = sql;
            this.ofLines = ofLines;
        }

        private static By named(String name) {
            return Arrays.stream(values())
                    .filter(by -> by.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("by names something that sales are not added up by"));
        }

        /** Reads names with commas between. */
        public static List<By> list(String text) {
            List<By> list =
                    RefusedException.parse("by", text.toUpperCase(Locale.ROOT), names -> Arrays.stream(names.split(","))
                            .map(By::named)
                            .toList());
            Set<By> different = EnumSet.copyOf(list);
            if (different.size() != list.size()) {
                throw RefusedException.invalid("by", "by names something twice");
            }
            return list;
        }
    }

    /**
     * One row.
     *
     * @param key a value for each of {@code by}; empty where a line has no product or category
     * @param sales how many sales, or of products and categories: how many lines of sales
     * @param refunds the same of refunds
     * @param quantityMilli of products and categories: what was sold less what came back; otherwise 0
     * @param netMinor sales less refunds, tax included
     * @param refundMinor what refunds gave back, not negative
     * @param discountMinor what discounts took off
     */
    public record Row(
            List<String> key,
            long sales,
            long refunds,
            long quantityMilli,
            long netMinor,
            long refundMinor,
            long discountMinor) {}

    /** @param more whether there are rows beyond the first 10,000 */
    public record Totals(List<Row> rows, boolean more) {}

    /** @throws RefusedException if there is no such tenant */
    public Totals of(SalesFilter filter, List<By> by) {
        boolean ofLines = by.stream().anyMatch(one -> one.ofLines);
        String table = ofLines ? "l" : "s";
        String keys = by.stream().map(one -> one.sql).collect(Collectors.joining(", "));
        String sql = "SELECT " + keys
                + ", SUM(CASE WHEN s.refund THEN 0 ELSE 1 END), SUM(CASE WHEN s.refund THEN 1 ELSE 0 END), "
                + (ofLines ? "SUM(l.quantity_milli)" : "0") + ", SUM(" + table
                + ".total_minor), SUM(CASE WHEN s.refund THEN -"
                + table + ".total_minor ELSE 0 END), SUM(" + table + ".discount_minor) FROM sale s"
                + (ofLines ? " JOIN sale_line l ON l.tenant_id = s.tenant_id AND l.sale_id = s.sale_id" : "")
                + " WHERE "
                + filter.condition()
                + (ofLines && filter.product().isPresent() ? " AND l.product_id = ?" : "")
                + " AND s.training = FALSE GROUP BY "
                + keys + " ORDER BY " + keys;
        List<String> values = filter.values();
        if (ofLines) {
            filter.product().ifPresent(values::add);
        }
        List<?> rows = database.read(em -> {
            Shops.requireTenant(em, filter.tenant());
            Query query = em.createNativeQuery(sql).setMaxResults(MOST + 1);
            SalesList.bind(query, values);
            return query.getResultList();
        });
        List<Row> totals = new ArrayList<>();
        for (Object row : rows.subList(0, Math.min(rows.size(), MOST))) {
            totals.add(row((Object[]) row, by.size()));
        }
        return new Totals(totals, rows.size() > MOST);
    }

    private static Row row(Object[] row, int keys) {
        return new Row(
                Arrays.stream(row, 0, keys).map(String.class::cast).toList(),
                number(row[keys]),
                number(row[keys + 1]),
                number(row[keys + 2]),
                number(row[keys + 3]),
                number(row[keys + 4]),
                number(row[keys + 5]));
    }

    private static long number(Object value) {
        return Long.parseLong(value.toString());
    }
}
