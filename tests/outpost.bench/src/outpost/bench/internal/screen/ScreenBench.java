package outpost.bench.internal.screen;

import jakarta.annotation.PostConstruct;
import java.io.PrintStream;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.bench.internal.BenchOrder;
import outpost.bench.internal.BenchTill;
import outpost.bench.internal.Reading;
import outpost.bench.internal.Services;
import outpost.protocol.Json;
import outpost.sales.OpenTicket;

/** Measures at the till's real window, if this till was started for that; otherwise it stays away. */
public final class ScreenBench {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenBench.class);

    private final PrintStream output = System.out;

    @PostConstruct
    void start() {
        Display display = Display.getCurrent();
        String start = System.getProperty("outpost.bench.start");
        if (start != null) {
            Start.watch(display, start, "outpost");
        }
        BenchOrder.ofWindow().ifPresent(order -> {
            Thread thread = new Thread(() -> run(order, new Desk(display, System::nanoTime)), "outpost-bench");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void run(BenchOrder order, Desk desk) {
        try {
            WindowBench bench =
                    new WindowBench(desk, order.goods(), BenchTill.await().catalog(), Services.await(OpenTicket.class));
            for (String name : order.names()) {
                LOG.info("{} …", name);
                for (Reading reading : bench.readings(name)) {
                    output.println(Json.write(reading));
                    output.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // This thread's border: the command reads the reason in the log.
            LOG.error("The window could not be measured", e);
        } finally {
            desk.closeWindow();
        }
    }
}
