package outpost.till.ui.internal;

import java.util.List;
import java.util.Optional;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.Print.Symbology;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.Quantity;
import outpost.widgets.Amounts;

/**
 * How a receipt looks, on paper as on the screen.
 *
 * @param header above the receipt, and {@code footer} below it: what the shop wants there
 * @param logo a picture above all, {@code data:image/…}
 */
public record ReceiptDocument(
        List<String> header, List<String> footer, Optional<String> logo, SellMessages texts, Amounts amounts) {
    public ReceiptDocument {
        header = List.copyOf(header);
        footer = List.copyOf(footer);
    }

    /** @param copyNo which copy this is; 0 for the first print */
    public Print of(Receipt receipt, int copyNo) {
        boolean refund = receipt.kind() == Sales.Kind.REFUND;
        String title = refund ? texts.refundNumber(receipt.number()) : texts.receiptNumber(receipt.number());
        Print.Builder page = Print.titled(title);
        logo.ifPresent(page::picture);
        header.forEach(line -> page.text(line, Align.CENTRE, Style.BOLD));
        page.rule();
        if (!receipt.sale().counts()) {
            page.text(texts.trainingMark(), Align.CENTRE, Style.DOUBLE);
        }
        if (copyNo > 0) {
            page.text(texts.copyMark(Integer.toString(copyNo)), Align.CENTRE, Style.BOLD);
        }
        page.text(title);
        page.pair(amounts.dayAndTime(receipt.completedAt()), receipt.sale().cashier());
        receipt.sale().customerName().ifPresent(name -> page.pair(texts.customer(), name));
        page.rule();
        receipt.sale().lines().forEach(line -> line(page, line));
        page.rule();
        totals(page, receipt);
        taxes(page, receipt);
        receipt.sale().note().ifPresent(page::text);
        if (!footer.isEmpty()) {
            page.rule();
            footer.forEach(page::centred);
        }
        page.space();
        page.code(Symbology.CODE_128, receipt.number());
        return page.print();
    }

    private void line(Print.Builder page, SaleLine line) {
        Quantity quantity = new Quantity(line.quantityMilli());
        long gross = line.totalMinor()
                + line.discounts().stream().mapToLong(SaleDiscount::amountMinor).sum();
        if (quantity.equals(Quantity.ONE)) {
            page.pair(line.name(), plain(gross));
        } else {
            page.text(line.name());
            page.pair("  " + quantity + " x " + plain(line.unitPriceMinor()), plain(gross));
        }
        for (SaleDiscount discount : line.discounts()) {
            String share = discount.ppm().map(ppm -> " " + amounts.percent(ppm)).orElse("");
            page.pair("  " + texts.discount() + share, plain(-discount.amountMinor()));
        }
        line.refundOf().ifPresent(of -> page.text("  " + texts.refundOf(of.receiptNumber())));
        line.note().ifPresent(note -> page.text("  " + note));
    }

    private void totals(Print.Builder page, Receipt receipt) {
        page.pair(texts.total(), amounts.of(receipt.total()), Style.DOUBLE);
        receipt.sale()
                .roundingMinor()
                .filter(rounding -> rounding != 0)
                .ifPresent(rounding -> page.pair(texts.rounding(), plain(rounding)));
        for (SaleTender tender : receipt.sale().tenders()) {
            boolean out = tender.amountMinor() < 0;
            String name = tender.name()
                    .map(called -> TenderNames.of(tender.type(), called, texts))
                    .orElseGet(() -> tenderName(tender.type()));
            String label = out ? texts.paidOutBy(name) : name;
            page.pair(
                    tender.reference().map(reference -> label + " " + reference).orElse(label),
                    plain(out ? -tender.amountMinor() : tender.tenderedMinor()));
            if (tender.changeMinor() > 0) {
                page.pair(texts.change(), plain(tender.changeMinor()));
            }
        }
    }

    private void taxes(Print.Builder page, Receipt receipt) {
        List<SaleTax> taxes = receipt.sale().taxes().stream()
                .filter(tax -> tax.taxRatePpm() > 0)
                .toList();
        if (!taxes.isEmpty()) {
            page.rule();
        }
        for (SaleTax tax : taxes) {
            page.pair(texts.taxIn(amounts.percent(tax.taxRatePpm()), plain(tax.grossMinor())), plain(tax.taxMinor()));
        }
    }

    private String tenderName(String type) {
        return switch (type) {
            case SaleTender.CASH -> texts.cash();
            case SaleTender.CARD -> texts.card();
            case SaleTender.VOUCHER -> texts.voucher();
            case SaleTender.ACCOUNT -> texts.onAccount();
            default -> type;
        };
    }

    /** Without the currency, which the total names. */
    private String plain(long minor) {
        return amounts.plain(minor);
    }
}
