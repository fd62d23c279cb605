package outpost.values;

/**
 * A tax rate that is contained in the price.
 *
 * @param id the rate's id in the catalog, for example {@code standard}
 * @param name what the receipt shows, for example {@code VAT 20%}
 * @param ratePpm parts per million: 20 % is 200,000, so that 8.875 % is exact too
 */
public record TaxRate(String id, String name, int ratePpm) {
    public static final int PPM = 1_000_000;

    /** No tax: what a line has when nothing else is known of it. */
    public static final TaxRate NONE = new TaxRate("none", "No tax", 0);

    public TaxRate {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a tax rate needs an id and a name");
        }
        if (ratePpm < 0 || ratePpm > PPM) {
            throw new IllegalArgumentException("ratePpm is " + ratePpm + ", must be 0 to " + PPM);
        }
    }

    /** The tax contained in a gross amount, rounded half up. */
    public Money containedIn(Money gross) {
        return new Money(gross.currency(), Rounding.halfUp(gross.minor(), ratePpm, PPM + ratePpm));
    }
}
