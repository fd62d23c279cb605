package outpost.till.ui.internal;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import outpost.outbox.Identity;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.Quantity;

/** A receipt as lines of paper. */
final class ReceiptText {
    /**
     * @param left and {@code right}: where they stand; a centred line has no right part
     */
    record Line(Look look, String left, String right) {}

    enum Look {
        TITLE,
        CENTRED,
        PLAIN,
        SMALL,
        TOTAL,
        RULE
    }

    private static final int PPM_PER_PERCENT = 10_000;

    private final Identity shop;
    private final MoneyText money;
    private final DateTimeFormatter time;

    ReceiptText(Identity shop, MoneyText money, Locale locale) {
        this.shop = shop;
        this.money = money;
        time = DateTimeFormatter.ofPattern("d MMM uuuu  HH:mm", locale);
    }

    List<Line> of(Receipt receipt) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Look.TITLE, shop.enrolment().branchName(), ""));
        lines.add(new Line(Look.CENTRED, shop.enrolment().tenantName(), ""));
        lines.add(rule());
        lines.add(new Line(
                Look.SMALL,
                (receipt.kind() == Sales.Kind.REFUND ? "Refund " : "Receipt ") + receipt.number(),
                time.format(receipt.completedAt())));
        lines.add(new Line(
                Look.SMALL, shop.enrolment().terminalName(), receipt.sale().cashier()));
        lines.add(rule());
        receipt.sale().lines().forEach(line -> item(lines, line));
        lines.add(rule());
        lines.add(new Line(Look.TOTAL, "Total", money.of(receipt.total())));
        receipt.sale().tenders().forEach(tender -> tender(lines, tender));
        lines.add(rule());
        receipt.sale().taxes().stream()
                .filter(tax -> tax.taxRatePpm() > 0)
                .forEach(tax -> lines.add(new Line(Look.SMALL, taxName(tax), money.of(tax.taxMinor()))));
        lines.add(new Line(Look.CENTRED, "Thank you", ""));
        return List.copyOf(lines);
    }

    /** What a contained tax is called: its rate, and what it is contained in. */
    String taxName(SaleTax tax) {
        return "Tax " + percent(tax.taxRatePpm()) + " % of " + money.of(tax.grossMinor());
    }

    private void item(List<Line> lines, SaleLine line) {
        lines.add(new Line(Look.PLAIN, line.name(), money.of(line.totalMinor())));
        if (line.quantityMilli() != Quantity.MILLI_PER_UNIT) {
            lines.add(new Line(
                    Look.SMALL,
                    "  " + new Quantity(line.quantityMilli()) + " × " + money.of(line.unitPriceMinor()),
                    ""));
        }
    }

    private void tender(List<Line> lines, SaleTender tender) {
        lines.add(new Line(Look.PLAIN, "Cash", money.of(tender.tenderedMinor())));
        if (tender.changeMinor() != 0) {
            lines.add(new Line(Look.PLAIN, "Change", money.of(tender.changeMinor())));
        }
    }

    private static Line rule() {
        return new Line(Look.RULE, "", "");
    }

    /** 200,000 parts per million is 20 %, 88,750 is 8.875 %: {@link Quantity} writes thousandths in the shortest form. */
    static String percent(int ppm) {
        return new Quantity((long) ppm * Quantity.MILLI_PER_UNIT / PPM_PER_PERCENT).toString();
    }
}
