package outpost.values.reckoning;

import outpost.values.Quantity;
import outpost.values.Rounding;

/**
 * What was paid for one line, and can be given back at once or in parts.
 *
 * @param quantity of the line, positive
 * @param totalMinor what the line came to after all discounts, not negative; contains the tax if its ticket's terms say so
 * @param taxMinor the line's share in its rate's tax
 */
public record Paid(Quantity quantity, long totalMinor, long taxMinor) {
    public Paid {
        if (quantity.milli() <= 0 || totalMinor < 0 || taxMinor < 0) {
            throw new IllegalArgumentException("what was paid has a positive quantity and no negative amount");
        }
    }

    /**
     * What goes back for a part of the quantity. Parts taken one behind the other sum to the whole to the unit, however it was cut, because each is the
     * difference of two rounded sums and not a rounded share.
     *
     * @param before how much of the quantity went back already
     * @param now how much goes back, positive
     * @throws IllegalArgumentException if that is more than is left
     */
    public Paid part(Quantity before, Quantity now) {
        Quantity after = before.plus(now);
        if (before.isNegative() || now.milli() <= 0 || after.compareTo(quantity) > 0) {
            throw new IllegalArgumentException("of " + quantity + ", " + before + " went back already: not " + now);
        }
        return new Paid(
                now,
                upTo(after, totalMinor) - upTo(before, totalMinor),
                upTo(after, taxMinor) - upTo(before, taxMinor));
    }

    private long upTo(Quantity part, long amountMinor) {
        return Rounding.halfUp(amountMinor, part.milli(), quantity.milli());
    }
}
