package outpost.till.ui.internal.day;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.ShiftReport;
import outpost.protocol.ShiftReport.Count;
import outpost.widgets.Amounts;

/**
 * How an X or Z report looks, on paper as on the screen.
 *
 * @param names whose report it is
 */
record ReportPrint(List<String> names, DayMessages messages, Amounts amounts, Supplier<Locale> locale) {
    ReportPrint {
        names = List.copyOf(names);
    }

    Print of(ShiftReport report) {
        boolean z = report.closedAt().isPresent();
        String title = z ? messages.zReport(report.number()) : messages.xReport(report.number());
        Print.Builder page = Print.titled(title);
        names.forEach(page::centred);
        page.rule();
        page.text(title, Align.CENTRE, Style.DOUBLE);
        page.pair(messages.businessDay(), day(report.businessDay()));
        page.pair(messages.opened(), time(report.openedAt()));
        page.text("  " + report.openedBy());
        report.closedAt().ifPresent(at -> page.pair(messages.closed(), time(at)));
        report.closedBy().ifPresent(by -> page.text("  " + by));
        report.firstReceipt()
                .ifPresent(first -> page.pair(
                        messages.receipts(),
                        first + " – " + report.lastReceipt().orElse(first)));
        turnover(page, report);
        counts(
                page,
                messages.byTender(),
                report.byTender().stream().map(this::named).toList());
        taxes(page, report.taxes());
        counts(page, messages.byDepartment(), report.byDepartment());
        counts(page, messages.byCashier(), report.byCashier());
        counts(page, messages.discounts(), report.discounts());
        counts(page, messages.voids(), report.voids());
        counts(page, messages.returns(), report.returns());
        drawer(page, report.drawer());
        return page.print();
    }

    private void turnover(Print.Builder page, ShiftReport report) {
        page.rule();
        page.pair(messages.sales(), Long.toString(report.sales()));
        page.pair(messages.refunds(), Long.toString(report.refunds()));
        page.pair(messages.gross(), amounts.plain(report.grossMinor()));
        page.pair(messages.discounts(), amounts.plain(-report.discountMinor()));
        page.pair(messages.refunded(), amounts.plain(report.refundMinor()));
        page.pair(messages.tax(), amounts.plain(report.taxMinor()));
        if (report.roundingMinor() != 0) {
            page.pair(messages.rounding(), amounts.plain(report.roundingMinor()));
        }
        page.pair(messages.net(), amounts.of(report.netMinor()), Style.BOLD);
    }

    private void counts(Print.Builder page, String title, List<Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        page.rule();
        page.text(title, Align.LEFT, Style.BOLD);
        for (Count count : counts) {
            String name = count.name().isEmpty() ? count.id() : count.name();
            page.pair(
                    (name.isEmpty() ? messages.other() : name) + " × " + count.count(),
                    amounts.plain(count.amountMinor()));
        }
    }

    private void taxes(Print.Builder page, List<SaleTax> taxes) {
        if (taxes.isEmpty()) {
            return;
        }
        page.rule();
        page.text(messages.byTaxRate(), Align.LEFT, Style.BOLD);
        for (SaleTax tax : taxes) {
            page.pair(
                    messages.taxIn(amounts.percent(tax.taxRatePpm()), amounts.plain(tax.grossMinor())),
                    amounts.plain(tax.taxMinor()));
        }
    }

    private void drawer(Print.Builder page, ShiftReport.Drawer drawer) {
        page.rule();
        page.text(messages.drawer(), Align.LEFT, Style.BOLD);
        page.pair(messages.cashFloat(), amounts.plain(drawer.floatMinor()));
        page.pair(messages.cashSales(), amounts.plain(drawer.salesMinor()));
        page.pair(messages.cashIn(), amounts.plain(drawer.inMinor()));
        page.pair(messages.cashOut(), amounts.plain(-drawer.outMinor()));
        if (drawer.countedMinor().isEmpty()) {
            return;
        }
        page.pair(messages.expected(), amounts.plain(drawer.expectedMinor()));
        drawer.piles().stream()
                .filter(pile -> pile.count() > 0)
                .forEach(pile -> page.pair(
                        "  " + pile.count() + " × " + amounts.plain(pile.denominationMinor()),
                        amounts.plain(Math.multiplyExact(pile.denominationMinor(), (long) pile.count()))));
        page.pair(messages.counted(), amounts.plain(drawer.countedMinor().get()));
        drawer.differenceMinor()
                .ifPresent(difference -> page.pair(messages.difference(), amounts.of(difference), Style.BOLD));
    }

    private Count named(Count tender) {
        String name =
                switch (tender.id()) {
                    case SaleTender.CASH -> messages.cash();
                    case SaleTender.CARD -> messages.card();
                    case SaleTender.VOUCHER -> messages.voucher();
                    case SaleTender.ACCOUNT -> messages.account();
                    default -> tender.name();
                };
        return new Count(tender.id(), name, tender.count(), tender.amountMinor());
    }

    private String day(String iso) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale.get())
                .format(LocalDate.parse(iso));
    }

    private String time(String iso) {
        return amounts.dayAndTime(ZonedDateTime.parse(iso));
    }
}
