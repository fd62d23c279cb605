package outpost.replay.internal.screen;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import outpost.replay.internal.ReplayException;

/**
 * Presses keys at the till's window, slowly enough to be watched. The keys go straight to our own controls: it works without the focus, and what
 * else is on the desktop never gets one.
 */
final class Keyboard {
    private static final String NAME = "org.eclipse.swtbot.widget.key";
    private static final long SCAN_MILLIS = 12;
    private static final long BREATH_MILLIS = 220;
    private static final long LIMIT_SECONDS = 20;
    private static final long GLANCE_MILLIS = 20;

    private final Display display;
    private final LongSupplier nanoTime;

    Keyboard(Display display, LongSupplier nanoTime) {
        this.display = display;
        this.nanoTime = nanoTime;
    }

    /** Types as a scanner does, which ends with Enter. */
    void scan(String control, String text) throws InterruptedException {
        for (char character : text.toCharArray()) {
            press(control, character, character);
            TimeUnit.MILLISECONDS.sleep(SCAN_MILLIS);
        }
        press(control, SWT.CR, SWT.CR);
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
    }

    /** Presses a key that types nothing. */
    void press(String control, int key) throws InterruptedException {
        press(control, key, '\0');
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
    }

    /** Presses a key that types this character. */
    void type(String control, char character) throws InterruptedException {
        press(control, character, character);
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
    }

    /** Waits until it can be seen. */
    void await(String control) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!onScreen(() -> find(control).isPresent())) {
            if (nanoTime.getAsLong() > deadline) {
                throw new ReplayException("the window does not show '" + control + "'");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
    }

    /** Runs on the UI thread and waits for its answer. */
    <T> T onScreen(Supplier<T> question) {
        if (display.isDisposed()) {
            throw new ReplayException("the window is closed");
        }
        AtomicReference<T> answer = new AtomicReference<>();
        display.syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** The till's window, where there is one. */
    Optional<Shell> window() {
        for (Shell shell : display.getShells()) {
            if (shell.isVisible()) {
                return Optional.of(shell);
            }
        }
        return Optional.empty();
    }

    private void press(String control, int key, int character) throws InterruptedException {
        await(control);
        onScreen(() -> {
            find(control).ifPresent(target -> {
                Event event = new Event();
                event.keyCode = key;
                event.character = (char) character;
                target.notifyListeners(SWT.KeyDown, event);
            });
            return true;
        });
    }

    private Optional<Control> find(String name) {
        return window().flatMap(window -> find(window, name)).map(Keyboard::whatTakesKeys);
    }

    private static Optional<Control> find(Control control, String name) {
        if (!control.isVisible()) {
            return Optional.empty();
        }
        if (name.equals(control.getData(NAME))) {
            return Optional.of(control);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                Optional<Control> found = find(child, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A field that draws its own frame has the text inside. */
    private static Control whatTakesKeys(Control found) {
        if (found instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                if (child instanceof StyledText) {
                    return child;
                }
            }
        }
        return found;
    }
}
