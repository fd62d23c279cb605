package outpost.bench.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import outpost.protocol.Json;

/** The entry point that Equinox calls for what goes between till and cloud. One JSON line a reading on standard output. */
public final class CloudBenchApplication implements IApplication {
    private static final int PRODUCTS_AT_ONCE = 100_000;

    private final PrintStream output = System.out;
    private final LongSupplier nanoTime = System::nanoTime;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        CloudOrder order = CloudOrder.given();
        Optional<Relay> relay = order.relay();
        try {
            work(order, relay);
        } finally {
            relay.ifPresent(Relay::close);
        }
        return EXIT_OK;
    }

    private void work(CloudOrder order, Optional<Relay> relay) throws InterruptedException {
        switch (order.work()) {
            case "stock" -> stock(order);
            case "fill" -> new FirstFill(order, nanoTime, CloudBenchApplication::sinceStart).ours(this::print);
            case "bare-fill" -> new FirstFill(order, nanoTime, CloudBenchApplication::sinceStart).bare(this::print);
            case "delta" -> new Deltas(order, nanoTime).measure(this::print);
            case "upload" -> new Uploads(order, nanoTime).measure(this::print);
            case "traffic" -> new Uploads(order, nanoTime).measure(this::print, relay.orElseThrow());
            case "verify" -> new Verifications(order, nanoTime, relay.orElseThrow()).measure(this::print);
            case "history" -> history(order);
            case "growth" -> new Growth(order, nanoTime).measure(this::print);
            case "peer-ack" -> new Lanes(order, nanoTime).measure(this::print);
            case "neighbour" -> Lanes.stay();
            default -> throw new IllegalArgumentException("there is no work " + order.work());
        }
    }

    private static void stock(CloudOrder order) throws InterruptedException {
        int count = order.goods().count();
        for (int from = 0; from < count; from += PRODUCTS_AT_ONCE) {
            order.administrator().rename(order.goods(), from, Math.min(PRODUCTS_AT_ONCE, count - from), "");
        }
    }

    private void history(CloudOrder order) throws InterruptedException {
        Cashier cashier = new Cashier(order.goods(), nanoTime);
        cashier.ring(order.sales());
        cashier.send();
    }

    @Override
    public void stop() {
        // It ends by itself.
    }

    private void print(Reading reading) {
        output.println(Json.write(reading));
        output.flush();
    }

    private static double sinceStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        return Instant.now().toEpochMilli() - started.toEpochMilli();
    }
}
