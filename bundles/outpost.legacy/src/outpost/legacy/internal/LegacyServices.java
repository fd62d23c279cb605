package outpost.legacy.internal;

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
import outpost.sales.EarlierReceipts;
import outpost.store.Store;

/** What a take-over needs of the till; there once all of it has started. */
@Component(service = LegacyServices.class)
public final class LegacyServices {
    private static final long START_MILLIS = 60_000;

    private final Store store;
    private final Terminal terminal;
    private final Catalog catalog;
    private final EarlierReceipts receipts;
    private final Outbox outbox;

    @Activate
    public LegacyServices(
            @Reference Store store,
            @Reference Terminal terminal,
            @Reference Catalog catalog,
            @Reference EarlierReceipts receipts,
            @Reference Outbox outbox) {
        this.store = store;
        this.terminal = terminal;
        this.catalog = catalog;
        this.receipts = receipts;
        this.outbox = outbox;
    }

    /**
     * Waits until the till has started.
     *
     * @throws LegacyException if it does not
     */
    static LegacyServices await() throws InterruptedException {
        BundleContext bundles = FrameworkUtil.getBundle(LegacyServices.class).getBundleContext();
        ServiceTracker<LegacyServices, LegacyServices> tracker =
                new ServiceTracker<>(bundles, LegacyServices.class, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(START_MILLIS))
                    .orElseThrow(() -> new LegacyException("this till has not started within " + START_MILLIS / 1000
                            + " s: is another one running on the same data? Its log says why"));
        } finally {
            tracker.close();
        }
    }

    Store store() {
        return store;
    }

    Terminal terminal() {
        return terminal;
    }

    Catalog catalog() {
        return catalog;
    }

    EarlierReceipts receipts() {
        return receipts;
    }

    Outbox outbox() {
        return outbox;
    }
}
