package outpost.protocol;

import java.util.Optional;

/**
 * How a part of the total was paid.
 *
 * @param type {@link #CASH}, {@link #CARD}, {@link #VOUCHER}, {@link #ACCOUNT}, or the id of a tender of the shop's own
 * @param amountMinor what this tender pays of the total; negative where money is given back
 * @param tenderedMinor what the customer handed over
 * @param changeMinor what the customer got back of it: tendered minus amount
 * @param name how the shop calls it, where it has a name of its own
 * @param reference what the card terminal or the voucher says, never a card's number
 */
public record SaleTender(
        String type,
        long amountMinor,
        long tenderedMinor,
        long changeMinor,
        Optional<String> name,
        Optional<String> reference) {
    public static final String CASH = "cash";
    public static final String CARD = "card";
    public static final String VOUCHER = "voucher";
    public static final String ACCOUNT = "account";

    public SaleTender {
        Limits.requireText("type", type, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("reference", reference, 1, Limits.NAME_CHARS);
        if (changeMinor < 0 || Math.subtractExact(tenderedMinor, amountMinor) != changeMinor) {
            throw new IllegalArgumentException("changeMinor must be tenderedMinor minus amountMinor, and not negative");
        }
    }

    public SaleTender(String type, long amountMinor, long tenderedMinor, long changeMinor) {
        this(type, amountMinor, tenderedMinor, changeMinor, Optional.empty(), Optional.empty());
    }

    /** Whether it is paid in coins and notes, and so subject to cash rounding. */
    public boolean inCash() {
        return type.equals(CASH);
    }
}
