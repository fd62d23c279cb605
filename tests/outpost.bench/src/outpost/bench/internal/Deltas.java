package outpost.bench.internal;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.protocol.Synchroniser;

/** Products that the cloud changes while a till is connected: from the cloud's answer to whoever changed them until the till sells them so. */
final class Deltas {
    private static final int RUNS = 5;
    private static final int TIMES = 20;
    /** Longer than a cloud gathers what comes close upon another change, and than a till's cycle goes on after it has the change. */
    private static final long QUIET_NANOS = 300_000_000;

    private static final String UNIT = "ms";

    private final CloudOrder order;
    private final LongSupplier nanoTime;
    private final Administrator administrator;
    private int marks;

    Deltas(CloudOrder order, LongSupplier nanoTime) {
        this.order = order;
        this.nanoTime = nanoTime;
        this.administrator = order.administrator();
    }

    void measure(Consumer<Reading> readings) throws InterruptedException {
        Catalog catalog = Services.await(Catalog.class);
        Synchroniser synchroniser = Services.await(Synchroniser.class);
        new Stopwatch(nanoTime)
                .await(
                        "the connection",
                        () -> synchroniser.status().lastSuccess().isPresent());
        for (int rows : new int[] {1, 1_000}) {
            try (BareCloud bare = new BareCloud(order.folder().resolve("bare-" + rows + ".db"), order.goods(), rows)) {
                for (int run = 0; run <= RUNS; run++) {
                    Samples ours = new Samples();
                    Samples limit = new Samples();
                    for (int time = 0; time < TIMES; time++) {
                        Stopwatch quiet = new Stopwatch(nanoTime);
                        quiet.await("a quiet moment", () -> quiet.nanos() > QUIET_NANOS);
                        ours.add(nanosUntilApplied(catalog, rows));
                        Stopwatch watch = new Stopwatch(nanoTime);
                        bare.fetch();
                        limit.add(watch.nanos());
                    }
                    if (run > 0) {
                        readings.accept(Reading.ours("delta-" + rows, UNIT, ours.micros(0.5) / 1_000));
                        readings.accept(Reading.bare("delta-" + rows, UNIT, limit.micros(0.5) / 1_000));
                    }
                }
            }
        }
    }

    private long nanosUntilApplied(Catalog catalog, int rows) throws InterruptedException {
        Goods goods = order.goods();
        String mark = " (" + marks++ + ")";
        administrator.rename(goods, 0, rows, mark);
        Stopwatch answered = new Stopwatch(nanoTime);
        answered.await("the change at the till", () -> catalog.find(goods.code(rows - 1)).map(Product::name).stream()
                .anyMatch(name -> name.endsWith(mark)));
        return answered.nanos();
    }
}
