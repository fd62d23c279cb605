package outpost.bench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import outpost.catalog.Product;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Sales;
import outpost.values.Quantity;

/** What a till does without its window: look-up, search, and the durable sale. */
final class TillBench {
    private static final long SEED = 20_091;
    private static final int LOOK_UPS = 20_000;
    private static final int SEARCHED_NAMES = 60;
    private static final int RESULTS = 50;
    private static final int SALES = 200;
    private static final int LINES = 3;
    /** The journal entry's and the event's. */
    private static final int SIGNATURES_OF_A_SALE = 2;

    private final BenchTill till;
    private final BareFile bare;
    private final Goods goods;
    private final BareSales bareSales;
    private final LongSupplier nanoTime;
    private final Signatures signatures = new Signatures();

    TillBench(BenchTill till, BareFile bare, BareSales bareSales, Goods goods, LongSupplier nanoTime) {
        this.till = till;
        this.bare = bare;
        this.bareSales = bareSales;
        this.goods = goods;
        this.nanoTime = nanoTime;
    }

    List<Reading> lookUp(String name) {
        return Runs.compare(
                name,
                sampled(LOOK_UPS, code -> till.catalog().find(code).orElseThrow(), this::anyCode),
                sampled(LOOK_UPS, bare::find, this::anyCode));
    }

    List<Reading> search(String name) {
        List<String> typed = Keystrokes.of(goods, new Random(SEED), SEARCHED_NAMES);
        return Runs.compare(
                name,
                sampled(typed.size(), text -> till.catalog().search(text, RESULTS), random -> next(typed, random)),
                sampled(
                        typed.size(),
                        text -> bare.search(Keystrokes.match(text), RESULTS),
                        random -> next(typed, random)));
    }

    /** The whole sale, and what is left of it without its two signatures, each beside the bare rows. */
    List<Reading> sale(String name) {
        List<Reading> readings =
                new ArrayList<>(Runs.compare(name, sampled(SALES, this::sell, this::anyBasket), this::written));
        readings.addAll(Runs.compare(name + "-unsigned", this::unsigned, this::written));
        return readings;
    }

    private Samples written() {
        Samples samples = new Samples();
        for (BareSales.Rows sale : bareSales.latest(SALES)) {
            long begun = nanoTime.getAsLong();
            bareSales.write(sale);
            samples.add(nanoTime.getAsLong() - begun);
        }
        return samples;
    }

    /** Each sale's time less what as many signatures by the same library take right behind it: no sale goes without. */
    private Samples unsigned() {
        Random random = new Random(SEED);
        Samples samples = new Samples();
        for (int sale = 0; sale < SALES; sale++) {
            Basket basket = anyBasket(random);
            long begun = nanoTime.getAsLong();
            sell(basket);
            long sold = nanoTime.getAsLong();
            signatures.make(SIGNATURES_OF_A_SALE);
            samples.add(sold - begun - (nanoTime.getAsLong() - sold));
        }
        return samples;
    }

    private <T> Supplier<Samples> sampled(int times, Work<T> work, Choice<T> choice) {
        return () -> {
            Random random = new Random(SEED);
            Samples samples = new Samples();
            for (int time = 0; time < times; time++) {
                T subject = choice.of(random);
                long begun = nanoTime.getAsLong();
                work.on(subject);
                samples.add(nanoTime.getAsLong() - begun);
            }
            return samples;
        };
    }

    private String anyCode(Random random) {
        return goods.code(random.nextInt(goods.count()));
    }

    private static String next(List<String> typed, Random random) {
        return typed.get(random.nextInt(typed.size()));
    }

    private Basket anyBasket(Random random) {
        Basket basket = new Basket(java.util.Currency.getInstance("EUR"));
        for (int line = 0; line < LINES; line++) {
            Product product = till.catalog().find(anyCode(random)).orElseThrow();
            basket.add(product, Quantity.ONE);
        }
        return basket;
    }

    private Object sell(Basket basket) {
        return till.sales()
                .complete(basket, Sales.Kind.SALE, Cash.exactly(basket.total()), "Cashier", Optional.empty());
    }

    @FunctionalInterface
    private interface Work<T> {
        Object on(T subject);
    }

    @FunctionalInterface
    private interface Choice<T> {
        T of(Random random);
    }
}
