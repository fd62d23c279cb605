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
        return BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
