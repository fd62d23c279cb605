package outpost.values.reckoning;

import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import outpost.values.Rounding;

/**
 * What holds for a whole ticket.
 *
 * @param taxIncluded whether prices contain the tax (most of the world) or it comes on top (North America)
 * @param cashStepMinor the least amount that can be paid in cash, in minor units; 1 where there is a coin for each unit
 */
public record Terms(Currency currency, boolean taxIncluded, long cashStepMinor) {
    private static final long PPM = 1_000_000;

    /** Where the smallest coins were withdrawn by law or by the central bank; a shop's setting goes before this. */
    private static final Map<String, Long> CASH_STEPS = Map.ofEntries(
            Map.entry("AUD", 5L),
            Map.entry("CAD", 5L),
            Map.entry("CHF", 5L),
            Map.entry("CZK", 100L),
            Map.entry("DKK", 50L),
            Map.entry("HUF", 500L),
            Map.entry("ILS", 10L),
            Map.entry("MYR", 5L),
            Map.entry("NOK", 100L),
            Map.entry("NZD", 10L),
            Map.entry("SEK", 100L));

    public Terms {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit");
        }
        if (cashStepMinor < 1) {
            throw new IllegalArgumentException("cashStepMinor is " + cashStepMinor + ", must be at least 1");
        }
    }

    /** The step of a currency where no setting names another. */
    public static long cashStepMinor(Currency currency) {
        return CASH_STEPS.getOrDefault(currency.getCurrencyCode(), 1L);
    }

    /** What has to be added to an amount, or taken off it if negative, so that cash can pay it: to the nearest step, half away from zero. */
    public long cashRounding(long amountMinor) {
        long steps = Rounding.halfUp(amountMinor, 1, cashStepMinor);
        return Math.subtractExact(Math.multiplyExact(steps, cashStepMinor), amountMinor);
    }

    /** The tax on an amount whose tax is included or not as these terms say, rounded half up. */
    public long taxOn(long amountMinor, int ratePpm) {
        return Rounding.halfUp(amountMinor, ratePpm, taxIncluded ? PPM + ratePpm : PPM);
    }
}
