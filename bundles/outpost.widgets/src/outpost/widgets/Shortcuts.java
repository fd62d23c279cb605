package outpost.widgets;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Lets the keys that are shown on a window's {@link TouchButton}s press them, wherever the focus is in that window. */
public final class Shortcuts {
    private Shortcuts() {}

    /** Listens until the window is disposed. */
    public static void listen(Shell window) {
        // A scanner's keys are no shortcuts: it is asked first.
        Scanner.of(window);
        Listener listener = event -> route(window, event);
        window.getDisplay().addFilter(SWT.KeyDown, listener);
        window.addListener(SWT.Dispose, event -> window.getDisplay().removeFilter(SWT.KeyDown, listener));
    }

    private static void route(Shell window, Event event) {
        boolean ours = event.widget instanceof Control control && !control.isDisposed() && control.getShell() == window;
        if (!ours) {
            return;
        }
        find(window, event.keyCode | event.stateMask & SWT.MODIFIER_MASK).ifPresent(button -> {
            event.doit = false;
            event.type = SWT.None;
            button.press();
        });
    }

    private static Optional<TouchButton> find(Composite parent, int key) {
        for (Control child : parent.getChildren()) {
            if (child instanceof TouchButton button) {
                if (button.answersTo(key)) {
                    return Optional.of(button);
                }
            } else if (child instanceof Composite composite && composite.getVisible()) {
                Optional<TouchButton> found = find(composite, key);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
