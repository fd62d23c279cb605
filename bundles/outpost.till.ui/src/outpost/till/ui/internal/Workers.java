package outpost.till.ui.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** A part's own background thread, on which one thing is done after the other. */
public final class Workers implements AutoCloseable {
    private final ExecutorService worker;

    /** @param name of the thread */
    public Workers(String name) {
        worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Comes back to the UI thread as long as that control is there. */
    public Background on(Composite parent) {
        Display display = parent.getDisplay();
        return new Background(worker, task -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!parent.isDisposed()) {
                        task.run();
                    }
                });
            }
        });
    }

    /** What it has taken on is finished: the executor runs it. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
