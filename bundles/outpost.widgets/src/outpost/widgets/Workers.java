package outpost.widgets;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** A part's own background thread, on which one thing is done after the other. */
public final class Workers implements AutoCloseable {
    private final ExecutorService worker;
    private final Predicate<RuntimeException> isRefusal;

    /**
     * @param name of the thread
     * @param isRefusal which failures are the till's answer, and no fault of the till
     */
    public Workers(String name, Predicate<RuntimeException> isRefusal) {
        this.isRefusal = isRefusal;
        worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Comes back to the UI thread as long as that control is there. */
    public Background on(Composite parent) {
        Display display = parent.getDisplay();
        return new Background(
                worker,
                task -> {
                    if (!display.isDisposed()) {
                        display.asyncExec(() -> {
                            if (!parent.isDisposed()) {
                                task.run();
                            }
                        });
                    }
                },
                isRefusal);
    }

    /** What it has taken on is finished: the executor runs it. */
    @Override
    public void close() {
        worker.shutdown();
    }
}
