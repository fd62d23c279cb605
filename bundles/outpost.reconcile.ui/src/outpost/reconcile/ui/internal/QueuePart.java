package outpost.reconcile.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import outpost.outbox.Outbox;
import outpost.protocol.Synchroniser;

/** The Reconcile perspective's queue. */
public final class QueuePart {
    private static final int INTERVAL_MILLIS = 1_000;

    /** Comes and goes with its unit, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Synchroniser synchroniser;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "outpost-queue");
        thread.setDaemon(true);
        return thread;
    });
    private QueueView view;

    @PostConstruct
    void create(Composite parent, Outbox outbox) {
        Display display = parent.getDisplay();
        QueueModel model = new QueueModel(
                outbox,
                () -> Optional.ofNullable(synchroniser),
                Clock.systemUTC(),
                worker,
                task -> display.asyncExec(() -> {
                    if (!parent.isDisposed()) {
                        task.run();
                    }
                }));
        parent.setLayout(new FillLayout());
        view = new QueueView(parent, model);
        look(parent, model);
    }

    @Focus
    void focus() {
        view.setFocus();
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
