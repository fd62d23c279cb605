package outpost.bench.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Catalog;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.SettingBody;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.protocol.TaxRateBody;
import outpost.sales.Sales;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** The till's own services, on a database that holds the bench's catalog. There is no cloud: nothing here needs one. */
@Component(service = BenchTill.class)
public final class BenchTill {
    private static final Logger LOG = LoggerFactory.getLogger(BenchTill.class);
    private static final int ROWS_PER_CALL = 5_000;
    private static final int ROWS_BESIDE_PRODUCTS = 2;
    private static final String CURRENCY = "EUR";

    private final Terminal terminal;
    private final Catalog catalog;
    private final Sink sink;
    private final Sales sales;

    @Activate
    public BenchTill(
            @Reference Terminal terminal, @Reference Catalog catalog, @Reference Sink sink, @Reference Sales sales) {
        this.terminal = terminal;
        this.catalog = catalog;
        this.sink = sink;
        this.sales = sales;
    }

    /** Waits until the till has started. */
    public static BenchTill await() throws InterruptedException {
        return Services.await(BenchTill.class);
    }

    public Catalog catalog() {
        return catalog;
    }

    public Sales sales() {
        return sales;
    }

    /** Enrols and fills the till, unless a former bench did. */
    public void prepare(Goods goods) {
        if (terminal.identity().isEmpty()) {
            terminal.enrolled(
                    new EnrolAnswer(
                            new TenantId("bench"),
                            "Bench",
                            new BranchId("bench"),
                            "Bench",
                            new TerminalId("BENCH"),
                            "Bench",
                            CURRENCY,
                            "bench",
                            terminal.publicKey()),
                    // Port 9 (discard): whoever listens there, it is no cloud.
                    URI.create("http://127.0.0.1:9"));
        }
        if (catalog.state().count() != goods.count() + ROWS_BESIDE_PRODUCTS) {
            fill(goods);
        }
        new Stopwatch(System::nanoTime).await("an index of all names", catalog::findsAllNames);
    }

    private void fill(Goods goods) {
        LOG.info("Filling the till with {} products", goods.count());
        sink.restart();
        sink.begin(new SnapshotLine.Header(goods.count() + 100L, goods.count() + ROWS_BESIDE_PRODUCTS));
        for (int from = 0; from < goods.count(); from += ROWS_PER_CALL) {
            List<Entity> rows = new ArrayList<>();
            for (int place = from; place < Math.min(goods.count(), from + ROWS_PER_CALL); place++) {
                rows.add(goods.row(place));
            }
            sink.add(rows);
        }
        sink.add(List.of(
                new Entity(Entity.SETTING, "currency", 1, Optional.of(Json.write(new SettingBody(CURRENCY)))),
                new Entity(
                        Entity.TAX_RATE,
                        "standard",
                        2,
                        Optional.of(Json.write(new TaxRateBody("Standard", 200_000))))));
        sink.end();
    }
}
