package outpost.sales;

import java.util.Optional;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/**
 * One line of a basket.
 *
 * @param productId the catalog's product; empty for an open item
 * @param quantity not zero; negative for what comes back
 * @param unitPrice of one unit, tax included
 */
public record BasketLine(
        Optional<String> productId,
        String code,
        String name,
        Quantity quantity,
        Money unitPrice,
        boolean priceDerived,
        TaxRate taxRate) {
    public BasketLine {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("a line needs a quantity");
        }
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("a price cannot be negative; a return has a negative quantity");
        }
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    BasketLine withQuantity(Quantity newQuantity) {
        return new BasketLine(productId, code, name, newQuantity, unitPrice, priceDerived, taxRate);
    }

    boolean isSameItemAs(BasketLine other) {
        return productId.isPresent()
                && productId.equals(other.productId)
                && unitPrice.equals(other.unitPrice)
                && taxRate.equals(other.taxRate);
    }
}
