package outpost.bench.internal;

import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import outpost.catalog.Catalog;
import outpost.outbox.Outbox;
import outpost.protocol.Synchroniser;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Sales;
import outpost.values.Quantity;

/** Rings sales of three lines at a till that speaks to its cloud only when it is told to. */
final class Cashier {
    static final String NAME = "Cashier";
    private static final long SEED = 20_091;
    private static final int LINES = 3;

    private final Goods goods;
    private final LongSupplier nanoTime;
    private final Random random = new Random(SEED);
    private final Catalog catalog = Services.await(Catalog.class);
    private final Sales sales = Services.await(Sales.class);
    private final Outbox outbox = Services.await(Outbox.class);
    private final Synchroniser synchroniser = Services.await(Synchroniser.class);

    Cashier(Goods goods, LongSupplier nanoTime) throws InterruptedException {
        this.goods = goods;
        this.nanoTime = nanoTime;
    }

    /** Answers how long each sale's commit took. */
    Samples ring(int count) {
        Samples samples = new Samples();
        for (int sale = 0; sale < count; sale++) {
            samples.add(ring());
        }
        return samples;
    }

    /** Answers how long the sale's commit took, in nanoseconds. */
    long ring() {
        Basket basket = new Basket(Currency.getInstance("EUR"));
        for (int line = 0; line < LINES; line++) {
            basket.add(catalog.find(goods.code(random.nextInt(goods.count()))).orElseThrow(), Quantity.ONE);
        }
        Stopwatch watch = new Stopwatch(nanoTime);
        sales.complete(basket, Sales.Kind.SALE, Cash.exactly(basket.total()), NAME, Optional.empty());
        return watch.nanos();
    }

    /** Sends what waits; answers how long it took until the cloud had acknowledged all of it, in seconds. */
    double send() {
        Stopwatch watch = new Stopwatch(nanoTime);
        synchroniser.syncNow();
        watch.await("the sales at the cloud", () -> outbox.counts().waiting() == 0);
        double seconds = watch.millis() / 1_000;
        if (outbox.counts().parked() > 0) {
            throw new IllegalStateException("the cloud refused sales");
        }
        return seconds;
    }
}
