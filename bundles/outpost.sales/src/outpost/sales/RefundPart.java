package outpost.sales;

import outpost.values.Quantity;

/**
 * So much of a receipt's line comes back.
 *
 * @param quantity above 0
 */
public record RefundPart(RefundableLine line, Quantity quantity) {
    public RefundPart {
        if (quantity.milli() < 1) {
            throw new IllegalArgumentException("the quantity must be above zero");
        }
    }
}
