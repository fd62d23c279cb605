package outpost.sales;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import outpost.catalog.Catalog;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * How a receipt looks on paper: lines of plain text for a fixed-width font, for screen and printer alike.
 *
 * @param header above the receipt, and {@code footer} below it: what the shop wants there
 * @param width characters in a line, at least 24; no line is longer
 */
public record ReceiptText(List<String> header, List<String> footer, int width) {
    private static final int MIN_WIDTH = 24;
    private static final int PPM_PER_PERCENT_DIGITS = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public ReceiptText {
        header = List.copyOf(header);
        footer = List.copyOf(footer);
        if (width < MIN_WIDTH) {
            throw new IllegalArgumentException("width is " + width + ", must be at least " + MIN_WIDTH);
        }
    }

    /** With the settings {@code receipt.header} and {@code receipt.footer} that the cloud gave. Reads the disk. */
    public static ReceiptText of(Catalog catalog, int width) {
        return new ReceiptText(textOf(catalog, "receipt.header"), textOf(catalog, "receipt.footer"), width);
    }

    public List<String> lines(Receipt receipt) {
        Currency currency = receipt.total().currency();
        TextPage page = new TextPage(width);
        header.forEach(page::centred);
        page.rule();
        page.text((receipt.kind() == Sales.Kind.REFUND ? "Refund " : "Receipt ") + receipt.number());
        page.pair(TIME.format(receipt.completedAt()), receipt.sale().cashier());
        page.rule();
        receipt.sale().lines().forEach(line -> item(page, line, currency));
        page.rule();
        page.pair("TOTAL " + currency.getCurrencyCode(), receipt.total().toDecimal());
        receipt.sale().tenders().forEach(tender -> tender(page, tender, currency));
        List<SaleTax> taxes = receipt.sale().taxes();
        if (taxes.stream().anyMatch(tax -> tax.taxRatePpm() > 0)) {
            page.rule();
            taxes.forEach(tax -> tax(page, tax, currency));
        }
        if (!footer.isEmpty()) {
            page.rule();
            footer.forEach(page::centred);
        }
        return page.lines();
    }

    private static void item(TextPage page, SaleLine line, Currency currency) {
        String total = decimal(line.totalMinor(), currency);
        Quantity quantity = new Quantity(line.quantityMilli());
        if (quantity.equals(Quantity.ONE)) {
            page.pair(line.name(), total);
        } else {
            page.text(line.name());
            page.pair("  " + quantity + " x " + decimal(line.unitPriceMinor(), currency), total);
        }
    }

    private static void tender(TextPage page, SaleTender tender, Currency currency) {
        if (tender.amountMinor() < 0) {
            page.pair("Paid out, " + tender.type(), decimal(Math.negateExact(tender.amountMinor()), currency));
            return;
        }
        page.pair("Paid, " + tender.type(), decimal(tender.tenderedMinor(), currency));
        if (tender.changeMinor() > 0) {
            page.pair("Change", decimal(tender.changeMinor(), currency));
        }
    }

    private static void tax(TextPage page, SaleTax tax, Currency currency) {
        String percent = BigDecimal.valueOf(tax.taxRatePpm(), PPM_PER_PERCENT_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
        page.pair("Tax " + percent + "% in " + decimal(tax.grossMinor(), currency), decimal(tax.taxMinor(), currency));
    }

    private static String decimal(long minor, Currency currency) {
        return new Money(currency, minor).toDecimal();
    }

    private static List<String> textOf(Catalog catalog, String setting) {
        List<String> lines = new ArrayList<>();
        catalog.setting(setting).ifPresent(text -> text.lines().forEach(lines::add));
        return lines;
    }
}
