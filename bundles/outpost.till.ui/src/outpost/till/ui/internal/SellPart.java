package outpost.till.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import outpost.catalog.Catalog;
import outpost.outbox.Terminal;
import outpost.sales.Sales;
import outpost.widgets.Look;

/** The Sell perspective's one part. It exists only at an enrolled till. */
public final class SellPart {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outpost-sell");
        thread.setDaemon(true);
        return thread;
    });
    private Composite place;

    @PostConstruct
    void create(Composite parent, Terminal terminal, Catalog catalog, Sales sales, Look look) {
        Shop shop = new Shop(catalog, sales, terminal.identity().orElseThrow());
        SellModel model = new SellModel(shop, new Background(worker, onUiThread(parent)));
        parent.setLayout(new FillLayout());
        place = parent;
        look.fill(parent, () -> new SellView(parent, model, new MoneyText(shop.currency(), look.locale())));
    }

    @Focus
    void focus() {
        place.getChildren()[0].setFocus();
    }

    /** A sale that is being written is finished: the executor runs what it has taken on. */
    @PreDestroy
    void close() {
        worker.shutdown();
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
