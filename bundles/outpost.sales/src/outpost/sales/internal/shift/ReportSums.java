package outpost.sales.internal.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.ShiftReport;
import outpost.sales.CashMovement;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.sales.Shift;
import outpost.sales.internal.journal.Journal;
import outpost.values.reckoning.Reckoned;
import outpost.values.reckoning.ReckonedLine;

/** Adds up receipts one by one; the report is nothing but their sum and the drawer's count. */
final class ReportSums {
    private final Map<String, String> departments;
    private final Tally byTender = new Tally();
    private final Tally byDepartment = new Tally();
    private final Tally byCashier = new Tally();
    private final Tally discounts = new Tally();
    private final Tally returns = new Tally();
    private final Map<String, SaleTax> taxes = new TreeMap<>();
    private Optional<String> firstReceipt = Optional.empty();
    private Optional<String> lastReceipt = Optional.empty();
    private long sales;
    private long refunds;
    private long lines;
    private long gross;
    private long discount;
    private long net;
    private long returned;
    private long tax;
    private long rounding;
    private long cash;

    /** @param departments names by category id; a department that is gone is shown by its id */
    ReportSums(Map<String, String> departments) {
        this.departments = departments;
    }

    void add(Receipt receipt) {
        SalePayload sale = receipt.sale();
        firstReceipt = firstReceipt.or(() -> Optional.of(sale.receiptNumber()));
        lastReceipt = Optional.of(sale.receiptNumber());
        sales += receipt.kind() == Kind.SALE ? 1 : 0;
        refunds += receipt.kind() == Kind.REFUND ? 1 : 0;
        net = Math.addExact(net, sale.totalMinor());
        rounding = Math.addExact(rounding, sale.roundingMinor().orElse(0L));
        byCashier.add(sale.cashier(), sale.cashier(), 1, sale.totalMinor());
        Reckoned reckoned = sale.reckoned();
        for (int i = 0; i < sale.lines().size(); i++) {
            add(sale.lines().get(i), reckoned.lines().get(i));
        }
        sale.taxes().forEach(this::add);
        sale.tenders().forEach(this::add);
    }

    private void add(SaleLine line, ReckonedLine reckoned) {
        lines++;
        gross = Math.addExact(gross, reckoned.priceMinor());
        String department = line.categoryId().orElse("");
        byDepartment.add(department, departments.getOrDefault(department, department), 1, reckoned.grossMinor());
        for (SaleDiscount each : line.discounts()) {
            discount = Math.addExact(discount, each.amountMinor());
            discounts.add(each.reason(), each.reason(), 1, each.amountMinor());
        }
        if (line.quantityMilli() < 0) {
            String reason = line.reason().orElse("");
            returned = Math.addExact(returned, reckoned.grossMinor());
            returns.add(reason, reason, 1, reckoned.grossMinor());
        }
    }

    private void add(SaleTax each) {
        tax = Math.addExact(tax, each.taxMinor());
        taxes.merge(
                each.taxRateId() + "\n" + String.format("%07d", each.taxRatePpm()),
                each,
                (before, more) -> new SaleTax(
                        more.taxRateId(),
                        more.taxRatePpm(),
                        Math.addExact(before.grossMinor(), more.grossMinor()),
                        Math.addExact(before.taxMinor(), more.taxMinor())));
    }

    private void add(SaleTender tender) {
        byTender.add(tender.type(), tender.name().orElse(tender.type()), 1, tender.amountMinor());
        if (tender.inCash()) {
            cash = Math.addExact(cash, tender.amountMinor());
        }
    }

    ShiftReport report(Shift shift, List<CashMovement> movements, List<ShiftRows.Void> voids, Closing closing) {
        Tally voided = new Tally();
        voids.forEach(each -> voided.add(each.kind(), each.reason(), 1, each.amountMinor()));
        return new ShiftReport(
                shift.id(),
                shift.number(),
                shift.businessDay().toString(),
                shift.cashFloat().currency().getCurrencyCode(),
                Journal.text(shift.openedAt()),
                shift.openedBy(),
                closing.at(),
                closing.by(),
                firstReceipt,
                lastReceipt,
                sales,
                refunds,
                lines,
                gross,
                discount,
                net,
                returned,
                tax,
                rounding,
                new ArrayList<>(taxes.values()),
                byTender.rows(),
                byDepartment.rows(),
                byCashier.rows(),
                discounts.rows(),
                voided.rows(),
                returns.rows(),
                drawer(shift, movements, closing));
    }

    private ShiftReport.Drawer drawer(Shift shift, List<CashMovement> movements, Closing closing) {
        long in = 0;
        long out = 0;
        for (CashMovement movement : movements) {
            long amount = movement.amount().minor();
            in = Math.addExact(in, Math.max(0, amount));
            out = Math.subtractExact(out, Math.min(0, amount));
        }
        long expected = Math.addExact(shift.cashFloat().minor(), Math.addExact(cash, Math.subtractExact(in, out)));
        return new ShiftReport.Drawer(
                shift.cashFloat().minor(), cash, in, out, expected, closing.countedMinor(), closing.piles());
    }

    /** Who ended the shift, and what was counted; all empty while it goes on. */
    record Closing(
            Optional<String> at, Optional<String> by, Optional<Long> countedMinor, List<ShiftReport.Pile> piles) {
        static final Closing NONE = new Closing(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
