package outpost.reconcile.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import outpost.outbox.Outbox;
import outpost.protocol.Synchroniser;
import outpost.protocol.reconcile.Reconciler;
import outpost.widgets.Look;

/** The Reconcile perspective's queue. */
public final class QueuePart {
    private static final int INTERVAL_MILLIS = 1_000;

    /** Comes and goes with its unit, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Synchroniser synchroniser;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Reconciler reconciler;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outpost-queue");
        thread.setDaemon(true);
        return thread;
    });
    private Composite place;

    @PostConstruct
    void create(Composite parent, Outbox outbox, Look look) {
        QueueMessages messages = look.messages(QueueMessages.class);
        Display display = parent.getDisplay();
        QueueModel model = new QueueModel(
                outbox,
                () -> Optional.ofNullable(synchroniser),
                messages,
                look::locale,
                Clock.systemUTC(),
                worker,
                task -> display.asyncExec(() -> {
                    if (!parent.isDisposed()) {
                        task.run();
                    }
                }));
        parent.setLayout(new FillLayout());
        place = parent;
        CatalogModel catalog =
                new CatalogModel(() -> Optional.ofNullable(reconciler), messages, look::locale, ZoneId.systemDefault());
        look.fill(parent, () -> new QueueView(parent, model, catalog, messages));
        look(parent, model);
    }

    @Focus
    void focus() {
        place.getChildren()[0].setFocus();
    }

    /** The picture is small and seldom looked at: once a second is simpler than hearing of each change. */
    private static void look(Composite parent, QueueModel model) {
        if (!parent.isDisposed()) {
            if (parent.isVisible()) {
                model.refresh();
            }
            parent.getDisplay().timerExec(INTERVAL_MILLIS, () -> look(parent, model));
        }
    }

    @PreDestroy
    void close() {
        worker.shutdown();
    }
}
