package outpost.protocol;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import outpost.values.Quantity;
import outpost.values.reckoning.Paid;
import outpost.values.reckoning.Reckoned;

/**
 * A completed sale or refund, as the receipt shows it. All amounts are minor units of one currency; what the shop gives back is
 * negative.
 *
 * <p>The record holds only what fits together, as {@link outpost.values.reckoning} reckons it: lines that multiply out, discounts that were spread to the
 * unit, taxes that follow from the lines, and tenders that pay exactly the total and its cash rounding.
 *
 * @param receiptNumber the number printed on the receipt, unique at its terminal
 * @param reference another system's number of this ticket, for example an invoice number
 * @param cashier the name on the receipt
 * @param taxes the tax in the total, by rate
 * @param totalMinor what was to pay, tax included, before cash rounding
 * @param taxIncluded whether prices contain the tax; absent means that they do
 * @param cashStepMinor the least amount that could be paid in cash; absent where every unit could
 * @param roundingMinor what cash rounding added to the total; absent means nothing
 * @param shiftId the shift that it belongs to
 * @param businessDay the shift's day, {@code 2026-01-31}
 * @param training whether it was only an exercise and never counts; absent means that it counts
 * @param approvedBy who allowed what the cashier might not do alone
 * @param journal its place in the till's journal
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
        long totalMinor,
        Optional<Boolean> taxIncluded,
        Optional<Long> cashStepMinor,
        Optional<Long> roundingMinor,
        Optional<String> customerId,
        Optional<String> customerName,
        Optional<String> shiftId,
        Optional<String> businessDay,
        Optional<Boolean> training,
        Optional<String> note,
        Optional<String> approvedBy,
        Optional<SaleJournal> journal) {

    public SalePayload {
        Objects.requireNonNull(saleId, "saleId");
        Limits.requireText("receiptNumber", receiptNumber, 1, Limits.CODE_CHARS);
        Limits.requireText("reference", reference, 1, Limits.CODE_CHARS);
        Limits.requireText("cashier", cashier, 1, Limits.NAME_CHARS);
        Limits.requireText("currency", currency, 3, 3);
        Limits.requireText("customerId", customerId, 1, Limits.CODE_CHARS);
        Limits.requireText("customerName", customerName, 1, Limits.NAME_CHARS);
        Limits.requireText("shiftId", shiftId, 1, Limits.CODE_CHARS);
        Limits.requireText("note", note, 1, Limits.NOTE_CHARS);
        Limits.requireText("approvedBy", approvedBy, 1, Limits.NAME_CHARS);
        Objects.requireNonNull(training, "training");
        Objects.requireNonNull(journal, "journal");
        businessDay.ifPresent(SalePayload::requireDay);
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
        tenders = List.copyOf(tenders);
        requireEntries("lines", lines, 1, Limits.LINES_PER_SALE);
        requireEntries("tenders", tenders, 0, Limits.TENDERS_PER_SALE);
        for (int i = 0; i < lines.size(); i++) {
            require("lines[" + i + "].lineNo", lines.get(i).lineNo(), "its place in the list", i + 1);
        }
        Reckoned reckoned = SaleReckoning.of(currency, taxIncluded.orElse(true), cashStepMinor.orElse(1L), lines);
        if (!taxes.equals(SaleTax.of(reckoned))) {
            throw new IllegalArgumentException("taxes do not follow from the lines");
        }
        require("totalMinor", totalMinor, "the lines", reckoned.totalMinor());
        require("roundingMinor", roundingMinor.orElse(0L), "cash rounding", rounding(reckoned, tenders));
        long due = Math.addExact(totalMinor, roundingMinor.orElse(0L));
        require("what is due", due, "the tenders", sum(tenders.stream().mapToLong(SaleTender::amountMinor)));
    }

    /** A sale as version 1 of the protocol began with: prices contain the tax, nothing is rounded. */
    public SalePayload(
            UUID saleId,
            String receiptNumber,
            Optional<String> reference,
            String currency,
            String cashier,
            List<SaleLine> lines,
            List<SaleTax> taxes,
            List<SaleTender> tenders,
            long totalMinor) {
        this(
                saleId,
                receiptNumber,
                reference,
                currency,
                cashier,
                lines,
                taxes,
                tenders,
                totalMinor,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** This sale reckoned again from its lines: each line's share of discounts and tax. */
    public Reckoned reckoned() {
        return SaleReckoning.of(currency, pricesContainTax(), cashStepMinor.orElse(1L), lines);
    }

    /**
     * What was paid for a line, to be given back at once or in parts.
     *
     * @throws IllegalArgumentException if there is no such line, or it is goods that came back
     */
    public Paid paid(int lineNo) {
        if (lineNo < 1 || lineNo > lines.size()) {
            throw new IllegalArgumentException("receipt " + receiptNumber + " has no line " + lineNo);
        }
        SaleLine line = lines.get(lineNo - 1);
        long tax = reckoned().lines().get(lineNo - 1).taxMinor();
        return new Paid(new Quantity(line.quantityMilli()), line.totalMinor(), tax);
    }

    public boolean pricesContainTax() {
        return taxIncluded.orElse(true);
    }

    /** Whether it counts: not where it was an exercise. */
    public boolean counts() {
        return !training.orElse(false);
    }

    /** Only what is paid in cash is rounded: what the other tenders leave of the total. */
    private static long rounding(Reckoned reckoned, List<SaleTender> tenders) {
        return tenders.stream().anyMatch(SaleTender::inCash)
                ? reckoned.cashRounding(
                        sum(tenders.stream().filter(tender -> !tender.inCash()).mapToLong(SaleTender::amountMinor)))
                : 0;
    }

    private static void requireDay(String day) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("businessDay is no date: " + day, e);
        }
    }

    private static void requireEntries(String field, List<?> list, int min, int max) {
        if (list.size() < min || list.size() > max) {
            throw new IllegalArgumentException(
                    field + " has " + list.size() + " entries, must be " + min + " to " + max);
        }
    }

    private static long sum(LongStream amounts) {
        return amounts.reduce(0, Math::addExact);
    }

    private static void require(String field, long stated, String what, long computed) {
        if (stated != computed) {
            throw new IllegalArgumentException(field + " is " + stated + ", but " + what + " comes to " + computed);
        }
    }
}
