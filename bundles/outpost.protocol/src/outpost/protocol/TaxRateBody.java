package outpost.protocol;

/** Body of an {@link Entity#TAX_RATE}: what the receipt shows, and the contained tax in parts per million. */
public record TaxRateBody(String name, int ratePpm) {
    public TaxRateBody {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        if (ratePpm < 0 || ratePpm > 1_000_000) {
            throw new IllegalArgumentException("ratePpm is " + ratePpm + ", must be 0 to 1000000");
        }
    }
}
