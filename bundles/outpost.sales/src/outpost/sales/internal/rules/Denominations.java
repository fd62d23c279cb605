package outpost.sales.internal.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import outpost.values.Money;

/** Notes and coins, largest first. */
final class Denominations {
    private static final Map<String, String> KNOWN = Map.of(
            "USD", "100 50 20 10 5 2 1 0.50 0.25 0.10 0.05 0.01",
            "EUR", "500 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
            "GBP", "50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01",
            "CHF", "1000 200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05",
            "JPY", "10000 5000 2000 1000 500 100 50 10 5 1",
            "UZS", "200000 100000 50000 20000 10000 5000 2000 1000 500 200 100 50",
            "RUB", "5000 2000 1000 500 200 100 50 10 5 2 1 0.50 0.10",
            "KZT", "20000 10000 5000 2000 1000 500 200 100 50 20 10 5 2 1",
            "KWD", "20 10 5 1 0.500 0.250 0.100 0.050 0.020 0.010 0.005");

    /** In main units; most currencies have these, or come near enough for a shop that has not set its own. */
    private static final int[] SERIES = {1, 2, 5};

    private static final int LARGEST_MAIN_UNITS = 500;

    private Denominations() {}

    static List<Money> of(Currency currency) {
        String known = KNOWN.get(currency.getCurrencyCode());
        return known == null ? series(currency) : parse(currency, known);
    }

    /** What is finer than the currency's minor unit is left out. */
    static List<Money> parse(Currency currency, String decimals) {
        return Arrays.stream(decimals.strip().split("[\\s;]+"))
                .map(BigDecimal::new)
                .filter(decimal -> decimal.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits())
                .map(decimal -> Money.parse(currency, decimal.toPlainString()))
                .sorted(Comparator.comparingLong(Money::minor).reversed())
                .toList();
    }

    private static List<Money> series(Currency currency) {
        long most = LARGEST_MAIN_UNITS;
        for (int digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
            most *= 10;
        }
        List<Money> series = new ArrayList<>();
        for (long power = 1; power <= most; power *= 10) {
            for (int step : SERIES) {
                if (step * power <= most) {
                    series.add(0, new Money(currency, step * power));
                }
            }
        }
        return series;
    }
}
