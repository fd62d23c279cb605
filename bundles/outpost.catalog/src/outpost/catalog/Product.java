package outpost.catalog;

import java.util.List;
import java.util.Optional;
import outpost.values.Money;
import outpost.values.TaxRate;

/**
 * What a cashier sells.
 *
 * @param codes the first one is shown
 * @param price of one unit; whether tax is in it, {@link Catalog#terms} says
 * @param priceDerived whether the price was made from the code because the imported catalog had none: a trial price
 * @param minimumAge years that a customer must have
 * @param soldByWeight whether the unit is a kilogram (or another measure) and not a piece
 * @param openPrice whether the cashier asks for the price each time
 */
public record Product(
        String id,
        String name,
        List<String> codes,
        Money price,
        boolean priceDerived,
        TaxRate taxRate,
        Optional<String> categoryId,
        Optional<Integer> minimumAge,
        boolean soldByWeight,
        boolean openPrice,
        Key key) {
    public Product {
        codes = List.copyOf(codes);
    }

    /** A product that has only what every product has. */
    public Product(
            String id,
            String name,
            List<String> codes,
            Money price,
            boolean priceDerived,
            TaxRate taxRate,
            Optional<String> categoryId) {
        this(id, name, codes, price, priceDerived, taxRate, categoryId, Optional.empty(), false, false, Key.PLAIN);
    }

    public String code() {
        return codes.get(0);
    }
}
