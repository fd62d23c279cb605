package outpost.bench.internal;

import java.io.PrintStream;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import outpost.protocol.Json;

/** The entry point that Equinox calls for what goes between till and cloud. One JSON line a reading on standard output. */
public final class CloudBenchApplication implements IApplication {
    private final PrintStream output = System.out;
    private final LongSupplier nanoTime = System::nanoTime;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        CloudOrder order = CloudOrder.given();
        switch (order.work()) {
            case "stock" -> order.administrator()
                    .rename(order.goods(), 0, order.goods().count(), "");
            case "fill" -> new FirstFill(order, nanoTime, CloudBenchApplication::sinceStart).ours(this::print);
            case "bare-fill" -> new FirstFill(order, nanoTime, CloudBenchApplication::sinceStart).bare(this::print);
            case "delta" -> new Deltas(order, nanoTime).measure(this::print);
            case "upload" -> new Uploads(order, nanoTime).measure(this::print);
            default -> throw new IllegalArgumentException("there is no work " + order.work());
        }
        return EXIT_OK;
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
