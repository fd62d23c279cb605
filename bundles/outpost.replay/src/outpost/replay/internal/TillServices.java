package outpost.replay.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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

    LocalSettings settings() {
        return settings;
    }

    Terminal terminal() {
        return terminal;
    }

    Catalog catalog() {
        return catalog;
    }

    Sales sales() {
        return sales;
    }

    Outbox outbox() {
        return outbox;
    }

    Enroller enroller() {
        return enroller;
    }

    Synchroniser synchroniser() {
        return synchroniser;
    }
}
