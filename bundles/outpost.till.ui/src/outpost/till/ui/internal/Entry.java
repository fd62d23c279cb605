package outpost.till.ui.internal;

import java.util.Optional;
import outpost.values.Quantity;

/**
 * What a cashier typed: how many, and of what.
 *
 * @param what a code or the beginning of a name; may be empty while it is being typed
 */
record Entry(Quantity quantity, String what) {
    /** More of one thing is a slip of the finger, or a product code that was scanned in the wrong place. */
    static final Quantity MOST = Quantity.of(9_999);

    private static final char TIMES = '*';

    /** Reads {@code what} or {@code 3 * what}; empty if what stands before the star is no quantity that a basket takes. */
    static Optional<Entry> parse(String typed) {
        int star = typed.indexOf(TIMES);
        if (star < 0) {
            return Optional.of(new Entry(Quantity.ONE, typed.strip()));
        }
        return quantity(typed.substring(0, star))
                .map(quantity -> new Entry(quantity, typed.substring(star + 1).strip()));
    }

    /** A quantity within what a basket takes: not zero, at most {@link #MOST} in either direction. */
    static Optional<Quantity> quantity(String typed) {
        try {
            return Optional.of(Quantity.parse(typed.strip().replace(',', '.'))).filter(Entry::isUsual);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isUsual(Quantity quantity) {
        Quantity size = quantity.isNegative() ? quantity.negated() : quantity;
        return !size.isZero() && size.compareTo(MOST) <= 0;
    }

    /** Whether this can only be a code: no name is made of digits alone. */
    boolean isCode() {
        return !what.isEmpty() && what.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
