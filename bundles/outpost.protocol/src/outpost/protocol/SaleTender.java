package outpost.protocol;

/**
 * How a part of the total was paid.
 *
 * @param type {@code cash} so far
 * @param amountMinor what this tender pays of the total; negative where money is given back
 * @param tenderedMinor what the customer handed over
 * @param changeMinor what the customer got back of it: tendered minus amount
 */
public record SaleTender(String type, long amountMinor, long tenderedMinor, long changeMinor) {
    public static final String CASH = "cash";

    public SaleTender {
        Limits.requireText("type", type, 1, Limits.CODE_CHARS);
        if (changeMinor < 0 || Math.subtractExact(tenderedMinor, amountMinor) != changeMinor) {
            throw new IllegalArgumentException("changeMinor must be tenderedMinor minus amountMinor, and not negative");
        }
    }
}
