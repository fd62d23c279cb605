package outpost.bench.internal;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;

/** The entry point that Equinox calls for what needs no window. One JSON line a figure on standard output. */
public final class BenchApplication implements IApplication {
    private static final Logger LOG = LoggerFactory.getLogger(BenchApplication.class);

    private final PrintStream output = System.out;
    private final LongSupplier nanoTime = System::nanoTime;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        BenchOrder order = BenchOrder.given();
        BenchTill till = BenchTill.await();
        till.prepare(order.goods());
        try (BareFile bare = BareFile.open(order.bareFile(), order.goods());
                BareSales sales =
                        new BareSales(order.tillFile(), order.bareFile().resolveSibling("bare-sales.db"))) {
            TillBench bench = new TillBench(till, bare, sales, order.goods(), nanoTime);
            for (String name : order.names()) {
                LOG.info("{} …", name);
                readings(bench, name).forEach(reading -> output.println(Json.write(reading)));
                output.flush();
            }
        }
        return EXIT_OK;
    }

    @Override
    public void stop() {
        // It ends by itself.
    }

    private static Iterable<Reading> readings(TillBench bench, String name) {
        if (name.startsWith("lookup-")) {
            return bench.lookUp(name);
        }
        if (name.startsWith("search-")) {
            return bench.search(name);
        }
        if (name.equals("sale-commit")) {
            return bench.sale(name);
        }
        throw new IllegalArgumentException("there is no bench " + name);
    }
}
