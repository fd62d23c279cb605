package outpost.values.reckoning;

import java.util.Objects;
import java.util.Optional;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/** One line of a ticket before it is reckoned. */
public sealed interface Item {
    TaxRate taxRate();

    /**
     * Goods at a price.
     *
     * @param quantity not zero; negative for a return that names no receipt
     * @param unitPriceMinor the price of one unit, not negative
     * @param discount of this line alone; a ticket's discount comes after it
     */
    record Priced(Quantity quantity, long unitPriceMinor, TaxRate taxRate, Optional<Discount> discount)
            implements Item {
        public Priced {
            Objects.requireNonNull(taxRate, "taxRate");
            Objects.requireNonNull(discount, "discount");
            if (quantity.isZero()) {
                throw new IllegalArgumentException("the quantity is 0");
            }
            if (unitPriceMinor < 0) {
                throw new IllegalArgumentException("unitPriceMinor is negative");
            }
        }
    }

    /**
     * Goods that come back from an earlier receipt, at exactly what was paid for them: no discount touches it again.
     *
     * @param part what was paid, positive, as of {@link Paid#part}
     */
    record TakenBack(Paid part, TaxRate taxRate) implements Item {
        public TakenBack {
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(taxRate, "taxRate");
        }
    }
}
