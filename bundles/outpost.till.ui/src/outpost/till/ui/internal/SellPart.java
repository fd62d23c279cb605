package outpost.till.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import outpost.catalog.Catalog;
import outpost.devices.CashDrawer;
import outpost.devices.ReceiptPrinter;
import outpost.outbox.Outbox.Subscription;
import outpost.outbox.Terminal;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Staff;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Look;

/** The Sell perspective's one part. It exists only at an enrolled till. */
public final class SellPart {
    private final ExecutorService worker = thread("outpost-sell");
    private final ExecutorService devices = thread("outpost-sell-devices");

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private ReceiptPrinter printer;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private CashDrawer cashDrawer;

    private Composite place;
    private Subscription changes;

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            Terminal terminal,
            Catalog catalog,
            OpenTicket open,
            Checkout checkout,
            HeldTickets held,
            Refunds refunds,
            Receipts receipts,
            Customers customers,
            Staff staff,
            Rules rules,
            Drawer drawer) {
        Shop shop = new Shop(
                terminal.identity().orElseThrow(),
                catalog,
                open,
                checkout,
                held,
                refunds,
                receipts,
                customers,
                staff,
                rules,
                drawer);
        SellMessages texts = look.messages(SellMessages.class);
        Amounts amounts = new Amounts(shop.currency(), look::locale, Clock.systemDefaultZone());
        Executor ui = onUiThread(parent);
        SellModel model = new SellModel(
                shop,
                new Printing.Devices(
                        Optional.ofNullable(printer),
                        Optional.ofNullable(cashDrawer),
                        Optional.of(new Background(devices, ui, Refusals::isRefusal))),
                new Background(worker, ui, Refusals::isRefusal),
                texts,
                Refusals.in(look),
                amounts);
        changes = open.onChange(() -> ui.execute(model::refresh));
        parent.setLayout(new FillLayout());
        place = parent;
        look.fill(parent, () -> new SellView(parent, model, texts, amounts, look));
    }

    @Focus
    void focus() {
        place.getChildren()[0].setFocus();
    }

    /** A sale that is being written is finished: the executor runs what it has taken on. */
    @PreDestroy
    void close() {
        changes.close();
        worker.shutdown();
        devices.shutdown();
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static Executor onUiThread(Composite parent) {
        Display display = parent.getDisplay();
        return task -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!parent.isDisposed()) {
                        task.run();
                    }
                });
            }
        };
    }
}
