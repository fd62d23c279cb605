package outpost.cloud.internal.admin;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.values.BranchId;
import outpost.values.TenantId;

/**
 * Which sales are meant.
 *
 * @param from the first day, on the tills' own clocks
 * @param to the last day
 * @param product only sales with a line of it
 */
public record SalesFilter(
        TenantId tenant,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<BranchId> branch,
        Optional<String> terminal,
        Optional<String> product) {

    /**
     * Reads what a request asks for; what is empty is not asked.
     *
     * @throws RefusedException if a day is none
     */
    public static SalesFilter of(
            TenantId tenant, String from, String to, Optional<BranchId> branch, String terminal, String product) {
        return new SalesFilter(tenant, day("from", from), day("to", to), branch, given(terminal), given(product));
    }

    private static Optional<LocalDate> day(String field, String text) {
        try {
            return given(text).map(LocalDate::parse);
        } catch (DateTimeParseException wrong) {
            throw RefusedException.invalid(field, field + " is no day such as 2026-01-31", wrong);
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    /** The condition in SQL on the table {@code sale} as {@code s}, with a mark for each of {@link #values}. */
    String condition() {
        return "s.tenant_id = ?"
                + (from.isPresent() ? " AND s.local_minute >= ?" : "")
                + (to.isPresent() ? " AND s.local_minute < ?" : "")
                + (branch.isPresent() ? " AND s.branch_id = ?" : "")
                + (terminal.isPresent() ? " AND s.terminal_id = ?" : "")
                + (product.isPresent()
                        ? " AND EXISTS (SELECT 1 FROM sale_line p WHERE p.tenant_id = s.tenant_id AND p.sale_id = s.sale_id AND p.product_id = ?)"
                        : "");
    }

    /** What stands for the marks of {@link #condition}. */
    List<String> values() {
        List<String> values = new ArrayList<>(List.of(tenant.value()));
        from.ifPresent(day -> values.add(day.toString()));
        // The day's own minutes come before the next day's text.
        to.ifPresent(day -> values.add(day.plusDays(1).toString()));
        branch.ifPresent(id -> values.add(id.value()));
        terminal.ifPresent(values::add);
        product.ifPresent(values::add);
        return values;
    }
}
