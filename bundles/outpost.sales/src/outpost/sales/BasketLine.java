package outpost.sales;

import java.util.Optional;
import outpost.protocol.SaleLine;
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
    /** @throws IllegalArgumentException if a receipt could not hold that line */
    public BasketLine {
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("a price cannot be negative; a return has a negative quantity");
        }
        toSaleLine(1, productId, code, name, quantity, unitPrice, taxRate);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }

    BasketLine withQuantity(Quantity newQuantity) {
        return new BasketLine(productId, code, name, newQuantity, unitPrice, priceDerived, taxRate);
    }

    SaleLine toSaleLine(int lineNo) {
        return toSaleLine(lineNo, productId, code, name, quantity, unitPrice, taxRate);
    }

    /** Whether another line of the same item adds to this one's quantity. */
    boolean takesUp(BasketLine other) {
        return productId.isPresent()
                && productId.equals(other.productId)
                && unitPrice.equals(other.unitPrice)
                && taxRate.equals(other.taxRate)
                && quantity.isNegative() == other.quantity.isNegative();
    }

    private static SaleLine toSaleLine(
            int lineNo,
            Optional<String> productId,
            String code,
            String name,
            Quantity quantity,
            Money unitPrice,
            TaxRate taxRate) {
        return new SaleLine(
                lineNo,
                productId,
                code,
                name,
                quantity.milli(),
                unitPrice.minor(),
                unitPrice.times(quantity).minor(),
                taxRate.id(),
                taxRate.ratePpm());
    }
}
