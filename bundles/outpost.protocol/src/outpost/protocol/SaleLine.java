package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outpost.values.Quantity;
import outpost.values.Rounding;

/**
 * One line of a receipt.
 *
 * @param lineNo 1, 2, 3 … within the sale
 * @param productId the catalog's product; absent for an open item
 * @param code what was scanned or typed
 * @param quantityMilli thousandths of a unit, not 0; negative for what comes back
 * @param unitPriceMinor the price of one unit, not negative; contains the tax unless the sale says otherwise
 * @param totalMinor price times quantity, rounded half up, less the discounts; where {@code refundOf} is present, what was paid for these goods
 * @param taxRatePpm the tax in parts per million
 * @param categoryId the product's category, or an open item's department
 * @param listPriceMinor the catalog's price, where the cashier changed it
 * @param discounts at most one of each scope, the line's before the ticket's; none where {@code refundOf} is present, whose total has them in it
 * @param taxMinor this line's share in its rate's tax; always present with {@code refundOf}, as it cannot be reckoned there
 * @param refundOf the line of an earlier receipt that these goods come back from
 * @param reason why the price was changed, or why the goods come back
 * @param note what the receipt says below the line
 * @param ageChecked the age that the customer was asked to prove, in years
 */
public record SaleLine(
        int lineNo,
        Optional<String> productId,
        String code,
        String name,
        long quantityMilli,
        long unitPriceMinor,
        long totalMinor,
        String taxRateId,
        int taxRatePpm,
        Optional<String> categoryId,
        Optional<Long> listPriceMinor,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SaleDiscount> discounts,
        Optional<Long> taxMinor,
        Optional<SaleLineRef> refundOf,
        Optional<String> reason,
        Optional<String> note,
        Optional<Integer> ageChecked) {
    /** By how much the rounding of parts may take a share from its exact value: each rounded sum in it is half a unit off at most. */
    static final long SHARE_TOLERANCE_MINOR = 4;

    public SaleLine {
        Objects.requireNonNull(productId, "productId");
        Limits.requireText("code", code, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("taxRateId", taxRateId, 1, Limits.CODE_CHARS);
        Limits.requireText("categoryId", categoryId, 1, Limits.CODE_CHARS);
        Limits.requireText("reason", reason, 1, Limits.NAME_CHARS);
        Limits.requireText("note", note, 1, Limits.NOTE_CHARS);
        discounts = discounts == null ? List.of() : List.copyOf(discounts);
        if (quantityMilli == 0) {
            throw new IllegalArgumentException("quantityMilli is 0");
        }
        if (unitPriceMinor < 0 || listPriceMinor.orElse(0L) < 0) {
            throw new IllegalArgumentException("a price is negative");
        }
        if (taxRatePpm < 0 || taxRatePpm > 1_000_000) {
            throw new IllegalArgumentException("taxRatePpm is " + taxRatePpm + ", must be 0 to 1000000");
        }
        if (ageChecked.orElse(1) < 1) {
            throw new IllegalArgumentException("ageChecked is " + ageChecked.get() + ", must be at least 1");
        }
        long price = Rounding.halfUp(unitPriceMinor, quantityMilli, Quantity.MILLI_PER_UNIT);
        if (refundOf.isPresent()) {
            requireShare(price, totalMinor, taxMinor, discounts);
        } else {
            requireProduct(price, totalMinor, discounts);
        }
    }

    /** A line as version 1 of the protocol began with: goods at their price. */
    public SaleLine(
            int lineNo,
            Optional<String> productId,
            String code,
            String name,
            long quantityMilli,
            long unitPriceMinor,
            long totalMinor,
            String taxRateId,
            int taxRatePpm) {
        this(
                lineNo,
                productId,
                code,
                name,
                quantityMilli,
                unitPriceMinor,
                totalMinor,
                taxRateId,
                taxRatePpm,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The discount of that scope, if the line has one. */
    public Optional<SaleDiscount> discount(SaleDiscount.Scope scope) {
        return discounts.stream().filter(each -> each.scope() == scope).findFirst();
    }

    private static void requireProduct(long price, long totalMinor, List<SaleDiscount> discounts) {
        if (discounts.size()
                != discounts.stream().map(SaleDiscount::scope).distinct().count()) {
            throw new IllegalArgumentException("discounts has two of one scope");
        }
        long computed = discounts.stream().mapToLong(SaleDiscount::amountMinor).reduce(price, Math::subtractExact);
        if (totalMinor != computed) {
            throw new IllegalArgumentException(
                    "totalMinor is " + totalMinor + ", but price times quantity less discounts is " + computed);
        }
    }

    private static void requireShare(long price, long totalMinor, Optional<Long> tax, List<SaleDiscount> discounts) {
        if (price > 0 || totalMinor > 0 || tax.isEmpty() || tax.get() > 0 || !discounts.isEmpty()) {
            throw new IllegalArgumentException(
                    "what comes back has a negative quantity, no positive amount, its share of tax, and no discounts");
        }
        if (totalMinor < price - SHARE_TOLERANCE_MINOR) {
            throw new IllegalArgumentException("totalMinor is " + totalMinor + ", more than the price " + price);
        }
    }
}
