package outpost.values;

import java.math.BigDecimal;

/**
 * How many, or how much by weight: thousandths of the product's unit, so that 1.250 kg and 6 pieces are both exact.
 *
 * @param milli thousandths of a unit; negative for what comes back
 */
public record Quantity(long milli) implements Comparable<Quantity> {
    public static final long MILLI_PER_UNIT = 1000;
    public static final Quantity ONE = new Quantity(MILLI_PER_UNIT);

    public static Quantity of(long units) {
        return new Quantity(Math.multiplyExact(units, MILLI_PER_UNIT));
    }

    /**
     * Reads {@code 3}, {@code -2} or {@code 1.25}.
     *
     * @throws IllegalArgumentException if it is no number, or finer than a thousandth
     */
    public static Quantity parse(String decimal) {
        try {
            return new Quantity(
                    new BigDecimal(decimal.strip()).movePointRight(3).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + decimal + "' is not a quantity", e);
        }
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(milli, other.milli));
    }

    public Quantity negated() {
        return new Quantity(Math.negateExact(milli));
    }

    public boolean isZero() {
        return milli == 0;
    }

    public boolean isNegative() {
        return milli < 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(milli, other.milli);
    }

    /** The shortest decimal form: {@code 3}, {@code 1.25}. */
    @Override
    public String toString() {
        return milli == 0
                ? "0"
                : BigDecimal.valueOf(milli, 3).stripTrailingZeros().toPlainString();
    }
}
