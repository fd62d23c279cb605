package outpost.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one rounding of money in Outpost. */
public final class Rounding {
    private Rounding() {}

    /**
     * {@code value × numerator ÷ denominator}, rounded half up, that is half away from zero, so that a refund mirrors its sale.
     *
     * @throws ArithmeticException if the result does not fit a {@code long}, or the denominator is zero
     */
    public static long halfUp(long value, long numerator, long denominator) {
        long product = value * numerator;
        boolean fits = Math.multiplyHigh(value, numerator) == product >> (Long.SIZE - 1);
        return fits && denominator > 0
                ? halfUp(product, denominator)
                : BigDecimal.valueOf(value)
                        .multiply(BigDecimal.valueOf(numerator))
                        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    private static long halfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        // Not "twice the rest", which may overflow.
        return rest >= divisor - rest ? quotient + Long.signum(dividend) : quotient;
    }
}
