package outpost.bench.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import outpost.protocol.Synchroniser;
import outpost.sales.CashCount;
import outpost.sales.Grounds;
import outpost.sales.Shifts;
import outpost.values.Money;

/** What a till's history costs: a sale, a sync cycle with nothing to say on either side, and a shift's end, each measured over some days of the same length. */
final class Growth {
    private static final int DAYS = 5;
    private static final int SALES_A_DAY = 100;
    private static final int CYCLES = 10;

    private final LongSupplier nanoTime;
    private final Cashier cashier;
    private final Shifts shifts = Services.await(Shifts.class);
    private final Synchroniser synchroniser = Services.await(Synchroniser.class);

    Growth(CloudOrder order, LongSupplier nanoTime) throws InterruptedException {
        this.nanoTime = nanoTime;
        cashier = new Cashier(order.goods(), nanoTime);
    }

    void measure(Consumer<Reading> readings) {
        close();
        for (int day = 0; day <= DAYS; day++) {
            Samples sales = cashier.ring(SALES_A_DAY);
            cashier.send();
            Samples cycles = cycles();
            double end = close();
            if (day > 0) {
                readings.accept(Reading.ours("growth-sale", "us", sales.micros(0.5)));
                readings.accept(Reading.ours("growth-cycle", "us", cycles.micros(0.5)));
                readings.accept(Reading.ours("growth-shift-close", "ms", end));
            }
        }
    }

    private Samples cycles() {
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

    /** Answers how long it took, in milliseconds. */
    private double close() {
        Stopwatch watch = new Stopwatch(nanoTime);
        shifts.close(new CashCount(List.of(new CashCount.Pile(Money.of("EUR", 100), 1))), Grounds.NONE);
        return watch.millis();
    }
}
