package outpost.bench.internal;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sales that were rung while the line was away, on their way to the cloud. Each run is a process of its own, which does not speak to the cloud before it is told to. */
final class Uploads {
    private static final String PATH = "/sync/push";

    private final CloudOrder order;
    private final LongSupplier nanoTime;

    Uploads(CloudOrder order, LongSupplier nanoTime) {
        this.order = order;
        this.nanoTime = nanoTime;
    }

    void measure(Consumer<Reading> readings) throws InterruptedException {
        readings.accept(Reading.ours("upload", "sales/s", order.sales() / ringAndSend()));
    }

    /** What a sale's bodies come to on the line, to the cloud and back. */
    void measure(Consumer<Reading> readings, Relay relay) throws InterruptedException {
        relay.forget();
        ringAndSend();
        Relay.Traffic traffic = relay.traffic(PATH);
        if (traffic.exchanges() == 0) {
            throw new IllegalStateException("nothing came through the relay");
        }
        readings.accept(Reading.ours("upload/bytes", "B/sale", (double) traffic.bytes() / order.sales()));
    }

    /** Answers how long sending took, in seconds. */
    private double ringAndSend() throws InterruptedException {
        Cashier cashier = new Cashier(order.goods(), nanoTime);
        cashier.ring(order.sales());
        return cashier.send();
    }
}
