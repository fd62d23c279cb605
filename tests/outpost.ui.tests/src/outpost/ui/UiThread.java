package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;

/** Asks the thread that draws, from another one, and waits for what it comes to show. */
final class UiThread {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long LOOK_EVERY_MILLIS = 10;

    private final Display display;

    UiThread(Display display) {
        this.display = display;
    }

    Display display() {
        return display;
    }

    /** What the work gives when it runs on that thread. */
    <T> T ask(Supplier<T> work) {
        Object[] result = new Object[1];
        display.syncExec(() -> result[0] = work.get());
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    void waitUntil(Supplier<String> failure, BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, failure);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }
}
