package outpost.bench.internal.screen;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** The window as somebody sits before it: real keys go in by the display's own queue, and what is drawn is watched. */
final class Desk {
    private static final String NAME = "org.eclipse.swtbot.widget.key";
    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final long LONG_NANOS = 10 * LIMIT_NANOS;
    private static final long GLANCE_NANOS = 200_000;
    private static final long REACH_NANOS = 100_000_000;

    private final Display display;
    private final LongSupplier nanoTime;

    Desk(Display display, LongSupplier nanoTime) {
        this.display = display;
        this.nanoTime = nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** Runs on the UI thread and waits for its answer. */
    <T> T onScreen(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        display.syncExec(() -> answer.set(question.get()));
        return answer.get();
    }

    /** @throws IllegalStateException if it does not come about within 20 s */
    void await(String what, BooleanSupplier condition) {
        await(what, condition, LIMIT_NANOS);
    }

    /** For what other processes do, too. */
    void awaitLong(String what, BooleanSupplier condition) {
        await(what, condition, LONG_NANOS);
    }

    private void await(String what, BooleanSupplier condition, long limitNanos) {
        long deadline = now() + limitNanos;
        while (!condition.getAsBoolean()) {
            if (now() > deadline) {
                throw new IllegalStateException(what + " did not come about");
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** Waits until a control with that name can be seen. */
    Control control(String name) {
        await("'" + name + "' in the window", () -> onScreen(() -> find(name).isPresent()));
        return onScreen(() -> find(name).orElseThrow());
    }

    /** Wherever it is, shown or not. */
    Control hidden(String name) {
        await("'" + name + "'", () -> onScreen(() -> findAnywhere(name).isPresent()));
        return onScreen(() -> findAnywhere(name).orElseThrow());
    }

    void focus(Control control) {
        await(
                "the focus",
                () -> onScreen(() -> {
                    control.getShell().forceActive();
                    control.setFocus();
                    Control focus = display.getFocusControl();
                    return focus != null && (focus == control || isWithin(focus, control));
                }));
    }

    /** As long as a quick hand needs to reach for the next product. The window has nothing left to draw then. */
    void reach() {
        LockSupport.parkNanos(REACH_NANOS);
    }

    /** Presses and releases a key; answers when it was pressed. */
    long press(char character, int keyCode) {
        return onScreen(() -> {
            long pressed = now();
            post(character, keyCode);
            return pressed;
        });
    }

    /** Presses and releases a key while another one is held. */
    void pressWith(int held, char character, int keyCode) {
        onScreen(() -> {
            post(SWT.KeyDown, '\0', held);
            post(character, keyCode);
            post(SWT.KeyUp, '\0', held);
            return true;
        });
    }

    /** As a scanner does: all keys at once, with Enter behind them, so that no other thread can come between two of them. */
    void scan(String code) {
        onScreen(() -> {
            code.chars().forEach(character -> post((char) character, character));
            post(SWT.CR, SWT.CR);
            return true;
        });
    }

    private void post(char character, int keyCode) {
        post(SWT.KeyDown, character, keyCode);
        post(SWT.KeyUp, character, keyCode);
    }

    private void post(int type, char character, int keyCode) {
        Event key = new Event();
        key.character = character;
        key.keyCode = keyCode;
        key.type = type;
        if (!display.post(key)) {
            throw new IllegalStateException("the display takes no keys");
        }
    }

    void closeWindow() {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                for (Shell shell : display.getShells()) {
                    shell.close();
                }
            });
        }
    }

    Shell newShell() {
        return onScreen(() -> new Shell(display));
    }

    /** The control with that name, if it can be seen. Runs on the UI thread. */
    Optional<Control> find(String name) {
        return findAnywhere(name).filter(Control::isVisible);
    }

    private Optional<Control> findAnywhere(String name) {
        for (Shell shell : display.getShells()) {
            Optional<Control> found = find(shell, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Control> find(Control control, String name) {
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

    private static boolean isWithin(Control inner, Control outer) {
        for (Control parent = inner; parent != null; parent = parent.getParent()) {
            if (parent == outer) {
                return true;
            }
        }
        return false;
    }
}
