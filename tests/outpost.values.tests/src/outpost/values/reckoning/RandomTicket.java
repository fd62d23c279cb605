package outpost.values.reckoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/**
 * A ticket that follows from its seed: any currency, tax included or not, any cash step, pieces and weights, returns, prices from nothing to fortunes, several
 * rates, discounts in percent and amount.
 */
record RandomTicket(Terms terms, List<Item.Priced> items, Optional<Discount> discount, SplittableRandom random) {
    static final List<Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .toList();
    private static final int[] RATES_PPM = {
        0, 0, 25_000, 50_000, 55_000, 88_750, 100_000, 120_000, 190_000, 200_000, 333_333, 1_000_000
    };
    private static final long[] CASH_STEPS = {1, 1, 5, 10, 25, 50, 100, 500};
    private static final long[] PRICES = {1, 10, 1_000, 100_000, 10_000_000, 1_000_000_000_000L};

    static RandomTicket of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Currency currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        Terms terms = new Terms(currency, random.nextBoolean(), CASH_STEPS[random.nextInt(CASH_STEPS.length)]);
        List<TaxRate> rates = rates(random);
        long prices = PRICES[random.nextInt(PRICES.length)];
        List<Item.Priced> items = new ArrayList<>();
        for (int left = 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 8); left > 0; left--) {
            TaxRate rate = rates.get(random.nextInt(rates.size()));
            long price = random.nextLong(prices + 1);
            items.add(new Item.Priced(quantity(random), price, rate, discount(random, prices)));
        }
        return new RandomTicket(terms, List.copyOf(items), discount(random, prices), random);
    }

    private static List<TaxRate> rates(SplittableRandom random) {
        List<TaxRate> rates = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int ppm = random.nextInt(4) == 0 ? random.nextInt(400_000) : RATES_PPM[random.nextInt(RATES_PPM.length)];
            rates.add(new TaxRate("rate" + random.nextInt(4), "Rate", ppm));
        }
        return rates;
    }

    private static Quantity quantity(SplittableRandom random) {
        long milli = random.nextBoolean() ? 1_000L * (1 + random.nextInt(12)) : 1 + random.nextLong(20_000);
        return new Quantity(random.nextInt(10) == 0 ? -milli : milli);
    }

    private static Optional<Discount> discount(SplittableRandom random, long prices) {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(new Discount.Percent(10_000 * random.nextInt(101)));
            case 1 -> Optional.of(new Discount.Percent(random.nextInt(1_000_001)));
            case 2 -> Optional.of(new Discount.Amount(random.nextLong(2 * prices + 1)));
            default -> Optional.empty();
        };
    }
}
