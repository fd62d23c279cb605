package outpost.protocol;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A completed sale or refund, as the receipt shows it. All amounts are minor units of one currency; what the shop gives back is
 * negative.
 *
 * <p>The record holds only what fits together: lines that multiply out, totals that add up, tenders that pay exactly the total.
 *
 * @param receiptNumber the number printed on the receipt, unique at its terminal
 * @param reference another system's number of this ticket, for example an invoice number
 * @param taxes the tax contained in the total, by rate
 * @param totalMinor what was to pay, tax included
 */
public record SalePayload(
        UUID saleId,
        String receiptNumber,
        Optional<String> reference,
        String currency,
        String cashier,
        List<SaleLine> lines,
        List<SaleTax> taxes,
        List<SaleTender> tenders,
        long totalMinor) {

    public SalePayload {
        Objects.requireNonNull(saleId, "saleId");
        Limits.requireText("receiptNumber", receiptNumber, 1, Limits.CODE_CHARS);
        Objects.requireNonNull(reference, "reference");
        reference.ifPresent(text -> Limits.requireText("reference", text, 1, Limits.CODE_CHARS));
        Limits.requireText("cashier", cashier, 1, Limits.NAME_CHARS);
        Limits.requireText("currency", currency, 3, 3);
        Currency.getInstance(currency);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        if (lines.isEmpty() || lines.size() > Limits.LINES_PER_SALE) {
            throw new IllegalArgumentException(
                    "lines has " + lines.size() + " entries, must be 1 to " + Limits.LINES_PER_SALE);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).lineNo() != i + 1) {
                throw new IllegalArgumentException(
                        "lines[" + i + "].lineNo is " + lines.get(i).lineNo() + ", must be " + (i + 1));
            }
        }
        require("totalMinor", totalMinor, "the lines", sum(lines.stream().mapToLong(SaleLine::totalMinor)));
        if (!taxes.equals(SaleTax.of(currency, lines))) {
            throw new IllegalArgumentException("taxes do not follow from the lines");
        }
        require("totalMinor", totalMinor, "the tenders", sum(tenders.stream().mapToLong(SaleTender::amountMinor)));
    }

    private static long sum(java.util.stream.LongStream amounts) {
        return amounts.reduce(0, Math::addExact);
    }

    private static void require(String field, long stated, String what, long computed) {
        if (stated != computed) {
            throw new IllegalArgumentException(field + " is " + stated + ", but " + what + " add up to " + computed);
        }
    }
}
