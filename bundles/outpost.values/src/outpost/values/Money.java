package outpost.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in one currency's minor units (pence, cents, fils).
 *
 * <p>Arithmetic is exact: an overflow throws {@link ArithmeticException}, two currencies never mix, and the one division
 * here names its rounding.
 *
 * @param currency the currency; its {@linkplain Currency#getDefaultFractionDigits() fraction digits} (ISO 4217) place the point
 * @param minor the amount in minor units; negative for what the shop gives back
 */
public record Money(Currency currency, long minor) {
    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
    }

    public static Money of(String currencyCode, long minor) {
        return new Money(Currency.getInstance(currencyCode), minor);
    }

    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * Reads a plain decimal such as {@code 2.55}.
     *
     * @throws IllegalArgumentException if it is no number, or has more decimals than the currency
     */
    public static Money parse(Currency currency, String decimal) {
        try {
            BigDecimal scaled = new BigDecimal(decimal.strip()).movePointRight(currency.getDefaultFractionDigits());
            return new Money(currency, scaled.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("'" + decimal + "' is not an amount in " + currency, e);
        }
    }

    public Money plus(Money other) {
        return new Money(currency, Math.addExact(minor, inSameCurrency(other).minor));
    }

    public Money minus(Money other) {
        return new Money(currency, Math.subtractExact(minor, inSameCurrency(other).minor));
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minor));
    }

    /** The price of that many, rounded half up (away from zero) to a whole minor unit. */
    public Money times(Quantity quantity) {
        return new Money(currency, Rounding.halfUp(minor, quantity.milli(), Quantity.MILLI_PER_UNIT));
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The plain decimal form with all of the currency's decimals, without its name: {@code -2.50}. */
    public String toDecimal() {
        return new BigDecimal(BigInteger.valueOf(minor), currency.getDefaultFractionDigits())
                .setScale(currency.getDefaultFractionDigits(), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    @Override
    public String toString() {
        return toDecimal() + " " + currency.getCurrencyCode();
    }

    private Money inSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
