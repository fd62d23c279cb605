package outpost.widgets;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what touches the disk away from the UI thread, and brings the outcome back to it.
 *
 * @param worker runs one task after the other, in order
 * @param ui runs on the UI thread, in order
 * @param isRefusal which failures are the till's answer, and no fault of the till
 */
public record Background(Executor worker, Executor ui, Predicate<RuntimeException> isRefusal) {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** Does the work; then, on the UI thread, tells its result or its failure. */
    public <T> void call(Supplier<T> work, Consumer<T> then, Consumer<RuntimeException> failed) {
        worker.execute(() -> {
            try {
                T result = work.get();
                ui.execute(() -> then.accept(result));
            } catch (RuntimeException e) {
                // The border between the services and the person: whatever failed there must be said here.
                if (isRefusal.test(e)) {
                    LOG.debug("The till does not do what was asked: {}", e.getMessage());
                } else {
                    LOG.warn("The till could not do what was asked", e);
                }
                ui.execute(() -> failed.accept(e));
            }
        });
    }

    /** Runs on the UI thread after everything that was asked for before, and its outcome. */
    public void afterwards(Runnable action) {
        worker.execute(() -> ui.execute(action));
    }
}
