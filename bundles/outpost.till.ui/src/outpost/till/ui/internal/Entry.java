package outpost.till.ui.internal;

import java.util.Optional;
import outpost.values.Quantity;

/**
 * What a cashier typed: how many, and of what.
 *
 * @param count what stood before the star; empty if there was none
 * @param what a code or the beginning of a name; may be empty while it is being typed
 */
record Entry(Optional<Quantity> count, String what) {
    /** More of one thing is a slip of the finger, or a product code that was scanned in the wrong place. */
    static final Quantity MOST = Quantity.of(9_999);

    private static final char TIMES = '*';

    /** Reads {@code what} or {@code 3 * what}; empty if what stands before the star is no quantity that a basket takes. */
    static Optional<Entry> parse(String typed) {
        int star = typed.indexOf(TIMES);
        if (star < 0) {
            return Optional.of(new Entry(Optional.empty(), typed.strip()));
        }
        return quantity(typed.substring(0, star))
                .map(quantity -> new Entry(
                        Optional.of(quantity), typed.substring(star + 1).strip()));
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

    /** How many are meant: one, if nothing else was typed. */
    Quantity quantity() {
        return count.orElse(Quantity.ONE);
    }

    /** What a text says about the count of something that is found by other means: {@code 3 *}. */
    static Optional<Quantity> countIn(String typed) {
        return parse(typed).filter(entry -> entry.what().isEmpty()).flatMap(Entry::count);
    }

    /** Whether this can only be a code: no name is made of digits alone. */
    boolean isCode() {
        return !what.isEmpty() && what.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
