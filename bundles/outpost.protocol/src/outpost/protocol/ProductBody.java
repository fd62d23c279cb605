package outpost.protocol;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Body of an {@link Entity#PRODUCT}.
 *
 * @param codes what a scanner may read for it, the first one is shown; GTINs as written, any length
 * @param priceMinor the price of one unit in the tenant's currency; whether tax is in it, the setting {@code tax.included} says
 * @param priceDerived whether the price was made from the code because the imported file had none
 * @param taxRateId an {@link Entity#TAX_RATE}; absent where no tax is contained
 * @param categoryId an {@link Entity#CATEGORY}
 * @param minimumAge years that a customer must have, 1 to 99
 * @param colour of its key, {@code #rrggbb}
 * @param picture on its key: a pictogram's name or a PNG, see {@link Look}
 * @param quickKey its place among the quick keys of its category, from 0; absent: no quick key
 * @param soldByWeight whether the unit is a kilogram (or another measure) and not a piece; absent: a piece
 * @param openPrice whether the cashier asks for the price each time; absent: no
 */
public record ProductBody(
        String name,
        List<String> codes,
        long priceMinor,
        boolean priceDerived,
        Optional<String> taxRateId,
        Optional<String> categoryId,
        Optional<Integer> minimumAge,
        Optional<String> colour,
        Optional<String> picture,
        Optional<Integer> quickKey,
        Optional<Boolean> soldByWeight,
        Optional<Boolean> openPrice) {
    public static final int CODES_PER_PRODUCT = 50;

    private static final int MAX_AGE = 99;

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
        if (minimumAge.isPresent() && (minimumAge.get() < 1 || minimumAge.get() > MAX_AGE)) {
            throw new IllegalArgumentException("minimumAge is " + minimumAge.get() + ", must be 1 to " + MAX_AGE);
        }
        Look.requireValid(colour, picture, quickKey);
        Objects.requireNonNull(soldByWeight, "soldByWeight");
        Objects.requireNonNull(openPrice, "openPrice");
    }

    /** The same at another price, which somebody has set. */
    public ProductBody at(long otherPriceMinor) {
        return new ProductBody(
                name,
                codes,
                otherPriceMinor,
                false,
                taxRateId,
                categoryId,
                minimumAge,
                colour,
                picture,
                quickKey,
                soldByWeight,
                openPrice);
    }

    /** A product that has only what every product has. */
    public ProductBody(
            String name,
            List<String> codes,
            long priceMinor,
            boolean priceDerived,
            Optional<String> taxRateId,
            Optional<String> categoryId) {
        this(
                name,
                codes,
                priceMinor,
                priceDerived,
                taxRateId,
                categoryId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
