package outpost.bench.internal;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outpost.catalog.Catalog;
import outpost.outbox.Outbox;
import outpost.protocol.Synchroniser;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Sales;
import outpost.values.Quantity;

/** Sales that were rung while the line was away, on their way to the cloud. Each run is a process of its own, which does not speak to the cloud before it is told to. */
final class Uploads {
    private static final long SEED = 20_091;
    private static final int LINES = 3;
    private static final int CYCLES = 20;

    private final CloudOrder order;
    private final LongSupplier nanoTime;

    Uploads(CloudOrder order, LongSupplier nanoTime) {
        this.order = order;
        this.nanoTime = nanoTime;
    }

    void measure(Consumer<Reading> readings) throws InterruptedException {
        Outbox outbox = Services.await(Outbox.class);
        Synchroniser synchroniser = Services.await(Synchroniser.class);
        Samples sales = ring();
        readings.accept(Reading.ours("growth-sale", "us", sales.micros(0.5)));

        Stopwatch watch = new Stopwatch(nanoTime);
        synchroniser.syncNow();
        watch.await("the sales at the cloud", () -> outbox.counts().waiting() == 0);
        readings.accept(Reading.ours("upload", "sales/s", order.sales() / (watch.millis() / 1_000)));
        readings.accept(Reading.ours("growth-cycle", "us", cycles(synchroniser).micros(0.5)));
        if (outbox.counts().parked() > 0) {
            throw new IllegalStateException("the cloud refused sales");
        }
    }

    /** With nothing to say on either side. */
    private Samples cycles(Synchroniser synchroniser) {
        Samples samples = new Samples();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            Optional<Instant> before = synchroniser.status().lastSuccess();
            Stopwatch watch = new Stopwatch(nanoTime);
            synchroniser.syncNow();
            watch.await("a cycle", () -> !synchroniser.status().lastSuccess().equals(before));
            samples.add(watch.nanos());
        }
        return samples;
    }

    private Samples ring() throws InterruptedException {
        Catalog catalog = Services.await(Catalog.class);
        Sales sales = Services.await(Sales.class);
        Goods goods = order.goods();
        Random random = new Random(SEED);
        Samples samples = new Samples();
        for (int sale = 0; sale < order.sales(); sale++) {
            Basket basket = new Basket(Currency.getInstance("EUR"));
            for (int line = 0; line < LINES; line++) {
                basket.add(
                        catalog.find(goods.code(random.nextInt(goods.count()))).orElseThrow(), Quantity.ONE);
            }
            Stopwatch watch = new Stopwatch(nanoTime);
            sales.complete(basket, Sales.Kind.SALE, Cash.exactly(basket.total()), "Cashier", Optional.empty());
            samples.add(watch.nanos());
        }
        return samples;
    }
}
