package outpost.replay.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import outpost.catalog.Catalog;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.protocol.Synchroniser;
import outpost.sales.Sales;
import outpost.store.LocalSettings;

/** What a cashier's screen would have at hand; there once all of it has started. */
@Component(service = TillServices.class)
public final class TillServices {
    private static final long START_MILLIS = 60_000;

    private final LocalSettings settings;
    private final Terminal terminal;
    private final Catalog catalog;
    private final Sales sales;
    private final Outbox outbox;
    private final Enroller enroller;
    private final Synchroniser synchroniser;

    @Activate
    public TillServices(
            @Reference LocalSettings settings,
            @Reference Terminal terminal,
            @Reference Catalog catalog,
            @Reference Sales sales,
            @Reference Outbox outbox,
            @Reference Enroller enroller,
            @Reference Synchroniser synchroniser) {
        this.settings = settings;
        this.terminal = terminal;
        this.catalog = catalog;
        this.sales = sales;
        this.outbox = outbox;
        this.enroller = enroller;
        this.synchroniser = synchroniser;
    }

    /**
     * Waits until the till has started.
     *
     * @throws ReplayException if it does not
     */
    public static TillServices await() throws InterruptedException {
        BundleContext bundles = FrameworkUtil.getBundle(TillServices.class).getBundleContext();
        ServiceTracker<TillServices, TillServices> tracker = new ServiceTracker<>(bundles, TillServices.class, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(START_MILLIS))
                    .orElseThrow(() -> new ReplayException("this till's services have not started within "
                            + START_MILLIS / 1000 + " s; its log says why"));
        } finally {
            tracker.close();
        }
    }

    public LocalSettings settings() {
        return settings;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Sales sales() {
        return sales;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Enroller enroller() {
        return enroller;
    }

    public Synchroniser synchroniser() {
        return synchroniser;
    }
}
