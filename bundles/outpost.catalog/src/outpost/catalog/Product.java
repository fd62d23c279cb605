package outpost.catalog;

import java.util.List;
import java.util.Optional;
import outpost.values.Money;
import outpost.values.TaxRate;

/**
 * What a cashier sells.
 *
 * @param codes the first one is shown
 * @param price of one unit, tax included
 * @param priceDerived whether the price was made from the code because the imported catalog had none: a trial price
 */
public record Product(
        String id,
        String name,
        List<String> codes,
        Money price,
        boolean priceDerived,
        TaxRate taxRate,
        Optional<String> categoryId) {
    public Product {
        codes = List.copyOf(codes);
    }

    public String code() {
        return codes.get(0);
    }
}
