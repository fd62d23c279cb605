package outpost.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Body of an {@link Entity#PRODUCT}.
 *
 * @param codes what a scanner may read for it, the first one is shown; GTINs as written, any length
 * @param priceMinor the price of one unit in the tenant's currency, tax included
 * @param priceDerived whether the price was made from the code because the imported file had none
 * @param taxRateId an {@link Entity#TAX_RATE}; absent where no tax is contained
 * @param categoryId an {@link Entity#CATEGORY}
 */
public record ProductBody(
        String name,
        List<String> codes,
        long priceMinor,
        boolean priceDerived,
        Optional<String> taxRateId,
        Optional<String> categoryId) {
    private static final int CODES_PER_PRODUCT = 50;

    public ProductBody {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        codes = List.copyOf(codes);
        if (codes.isEmpty() || codes.size() > CODES_PER_PRODUCT) {
            throw new IllegalArgumentException(
                    "codes has " + codes.size() + " entries, must be 1 to " + CODES_PER_PRODUCT);
        }
        codes.forEach(code -> Limits.requireText("codes", code, 1, Limits.CODE_CHARS));
        if (priceMinor < 0) {
            throw new IllegalArgumentException("priceMinor is negative");
        }
        Objects.requireNonNull(taxRateId, "taxRateId");
        Objects.requireNonNull(categoryId, "categoryId");
    }
}
