package outpost.bench.internal;

import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import outpost.catalog.Catalog;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Synchroniser;

/** A till that has just been unpacked becomes one that sells: enrolled, and with the cloud's whole catalog. Each run is a process of its own. */
final class FirstFill {
    private static final String UNIT = "ms";

    private final CloudOrder order;
    private final LongSupplier nanoTime;
    private final DoubleSupplier millisSinceStart;
    private final Goods goods;

    FirstFill(CloudOrder order, LongSupplier nanoTime, DoubleSupplier millisSinceStart) {
        this.order = order;
        this.nanoTime = nanoTime;
        this.millisSinceStart = millisSinceStart;
        this.goods = order.goods();
    }

    void ours(Consumer<Reading> readings) throws InterruptedException {
        Catalog catalog = Services.await(Catalog.class);
        Synchroniser synchroniser = Services.await(Synchroniser.class);
        Services.await(Enroller.class).enrol(EnrolmentLink.parse(order.link()));
        Stopwatch watch = new Stopwatch(nanoTime);
        watch.await("a product that can be sold", () -> catalog.state().count() > 0 && anySellable(catalog));
        readings.accept(Reading.ours(snapshot() + "/first-product", UNIT, watch.millis()));
        watch.await(
                "the whole catalog",
                () -> catalog.state().count() >= goods.count()
                        && synchroniser.status().lastSuccess().isPresent());
        readings.accept(Reading.ours(snapshot(), UNIT, watch.millis()));
        readings.accept(Reading.ours(cold(), UNIT, millisSinceStart.getAsDouble()));
        watch.await("all names", catalog::findsAllNames);
        readings.accept(Reading.ours(names(), UNIT, watch.millis()));
        if (catalog.find(goods.code(goods.count() - 1)).isEmpty()) {
            throw new IllegalStateException("the last product cannot be found");
        }
    }

    /** The same in a process as young. */
    void bare(Consumer<Reading> readings) throws InterruptedException {
        Services.await(Catalog.class);
        try (BareCloud cloud = new BareCloud(order.folder().resolve("bare.db"), goods, goods.count())) {
            Stopwatch watch = new Stopwatch(nanoTime);
            cloud.fetch();
            readings.accept(Reading.bare(snapshot() + "/first-product", UNIT, watch.millis()));
            readings.accept(Reading.bare(snapshot(), UNIT, watch.millis()));
            readings.accept(Reading.bare(cold(), UNIT, watch.millis()));
            readings.accept(Reading.bare(names(), UNIT, watch.millis()));
        }
    }

    private boolean anySellable(Catalog catalog) {
        for (int place = 0; place < goods.count(); place += goods.count() / 10) {
            if (catalog.find(goods.code(place)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private String snapshot() {
        return "snapshot-" + goods.size();
    }

    private String names() {
        return snapshot() + "/names";
    }

    private String cold() {
        return "cold-till-" + goods.size();
    }
}
