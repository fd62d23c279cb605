package outpost.protocol;

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
 * @param unitPriceMinor the price of one unit, tax included, not negative
 * @param totalMinor price times quantity, rounded half up
 * @param taxRatePpm the contained tax in parts per million
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
        int taxRatePpm) {

    public SaleLine {
        Objects.requireNonNull(productId, "productId");
        Limits.requireText("code", code, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("taxRateId", taxRateId, 1, Limits.CODE_CHARS);
        if (quantityMilli == 0) {
            throw new IllegalArgumentException("quantityMilli is 0");
        }
        if (unitPriceMinor < 0) {
            throw new IllegalArgumentException("unitPriceMinor is negative");
        }
        if (taxRatePpm < 0 || taxRatePpm > 1_000_000) {
            throw new IllegalArgumentException("taxRatePpm is " + taxRatePpm + ", must be 0 to 1000000");
        }
        long computed = Rounding.halfUp(unitPriceMinor, quantityMilli, Quantity.MILLI_PER_UNIT);
        if (totalMinor != computed) {
            throw new IllegalArgumentException(
                    "totalMinor is " + totalMinor + ", but price times quantity is " + computed);
        }
    }
}
