package outpost.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/**
 * Tells a barcode scanner, which is a fast keyboard, from fingers, wherever the focus is in a window.
 *
 * <p>Keys are held back until it is clear who pressed them. A burst that ends with Enter is a code, and nobody else ever sees its keys. All others go
 * where they were meant to, in their order, after at most {@value Burst#GAP_MILLIS} milliseconds.
 */
public final class Scanner {
    private static final String KEY = Scanner.class.getName();

    private final Shell window;
    private final Burst burst = new Burst();
    private final Map<Control, Consumer<String>> listeners = new LinkedHashMap<>();
    private String prefix = "";
    private boolean releasing;
    private int heard;

    private Scanner(Shell window) {
        this.window = window;
    }

    /** The window's scanner. Its keys come here before they come to any listener that was added to the display later. */
    public static Scanner of(Shell window) {
        Scanner known = (Scanner) window.getData(KEY);
        return known != null ? known : listenTo(window);
    }

    /** Hears each code that is scanned while that control can be seen. */
    public void onCode(Control where, Consumer<String> listener) {
        listeners.put(where, listener);
        where.addListener(SWT.Dispose, event -> listeners.remove(where));
    }

    /** What this machine's scanner sends before each code, and is not part of it; it may send it or not. */
    public void setPrefix(String text) {
        prefix = text;
    }

    private static Scanner listenTo(Shell window) {
        Scanner scanner = new Scanner(window);
        window.setData(KEY, scanner);
        Listener keys = scanner::key;
        window.getDisplay().addFilter(SWT.KeyDown, keys);
        window.addListener(SWT.Dispose, event -> window.getDisplay().removeFilter(SWT.KeyDown, keys));
        return scanner;
    }

    private void key(Event event) {
        if (releasing || window.isDisposed() || listener().isEmpty() || !isHeldBackFrom(event)) {
            return;
        }
        heard++;
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            Optional<String> code = burst.endedBy(event);
            code.ifPresent(scanned -> swallow(event));
            release();
            code.ifPresent(scanned -> listener().ifPresent(hearing -> hearing.accept(withoutPrefix(scanned))));
        } else if (isText(event)) {
            if (!burst.goesOnWith(event)) {
                release();
            }
            burst.hold(copy(event));
            swallow(event);
            releaseUnlessMoreComes(heard);
        } else if (!isShift(event)) {
            release();
        }
    }

    private String withoutPrefix(String scanned) {
        return scanned.startsWith(prefix) ? scanned.substring(prefix.length()) : scanned;
    }

    /** GTK may have keys for us that are older than the timer, so all that waits is looked at first. */
    private void releaseUnlessMoreComes(int state) {
        Display display = window.getDisplay();
        display.timerExec(
                Burst.GAP_MILLIS,
                () -> display.asyncExec(() -> {
                    if (state == heard && !window.isDisposed()) {
                        release();
                    }
                }));
    }

    private void release() {
        releasing = true;
        try {
            for (Event key : burst.release()) {
                if (!key.widget.isDisposed()) {
                    key.widget.notifyListeners(SWT.KeyDown, key);
                }
            }
        } finally {
            releasing = false;
        }
    }

    private Optional<Consumer<String>> listener() {
        return listeners.entrySet().stream()
                .filter(entry -> entry.getKey().isVisible())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Only painted controls and {@link StyledText} take a key that is handed to them later; native fields do not. */
    private boolean isHeldBackFrom(Event event) {
        return event.widget instanceof Control control
                && control.getShell() == window
                && (control instanceof StyledText
                        || control instanceof Canvas
                        || control instanceof FocusHolder
                        || control instanceof Shell);
    }

    private static boolean isText(Event event) {
        boolean command = (event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) != 0;
        return !command && event.character >= ' ' && event.character != SWT.DEL;
    }

    private static boolean isShift(Event event) {
        return (event.keyCode & SWT.MODIFIER_MASK) != 0 || event.keyCode == SWT.CAPS_LOCK;
    }

    private static void swallow(Event event) {
        event.doit = false;
        event.type = SWT.None;
    }

    private static Event copy(Event event) {
        Event copy = new Event();
        copy.widget = event.widget;
        copy.time = event.time;
        copy.character = event.character;
        copy.keyCode = event.keyCode;
        copy.keyLocation = event.keyLocation;
        copy.stateMask = event.stateMask;
        return copy;
    }
}
