package outpost.tools.internal.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import outpost.values.Money;

/** Numbers as people read them. */
public final class Figures {
    private static final int MEGABYTE_DIGITS = 6;
    private static final int NANO_DIGITS = 9;

    private Figures() {}

    /** {@code 31,678} */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 2.1 MB}, where a megabyte is a million bytes. */
    public static String megabytes(long bytes) {
        return BigDecimal.valueOf(bytes, MEGABYTE_DIGITS).setScale(1, RoundingMode.HALF_UP) + " MB";
    }

    /** Seconds with one decimal. */
    public static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).setScale(1, RoundingMode.HALF_UP);
    }

    /** {@code 548,000.14}, without the currency's name. */
    public static String money(Money amount) {
        return String.format(
                Locale.ROOT,
                "%,." + amount.currency().getDefaultFractionDigits() + "f",
                new BigDecimal(amount.toDecimal()));
    }

    /** How many a second. */
    public static long rate(long number, long nanos) {
        return Math.multiplyExact(number, TimeUnit.SECONDS.toMillis(1))
                / Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}
