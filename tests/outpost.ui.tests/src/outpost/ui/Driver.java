package outpost.ui;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import outpost.widgets.RowList;
import outpost.widgets.TileGrid;

/**
 * A cashier's hands and eyes: keys and clicks by the {@link Hands} that there are, and what the screen shows.
 *
 * <p>Controls are found by their key; nothing here runs on the UI thread but what it asks for by {@code syncExec}.
 */
final class Driver {
    private static final long BETWEEN_KEYS_MILLIS = 60;
    private static final long DRAWN_AFTER_MILLIS = 500;
    private static final long REST_MILLIS = 1_300;
    private static final String KEY = "org.eclipse.swtbot.widget.key";

    private final UiThread thread;
    private final Hands hands;

    Driver(Display display) {
        thread = new UiThread(display);
        hands = Hands.on(thread);
    }

    /** Types into whatever has the focus, no faster than fingers do. */
    void type(String text) {
        for (char character : text.toCharArray()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_KEYS_MILLIS));
            hands.type(character);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_KEYS_MILLIS));
    }

    /** Presses a key that is no character, such as {@code SWT.F12} or {@code SWT.CR}. */
    void press(int keyCode) {
        hands.press(keyCode);
    }

    /** What a scanner sends: the code and Enter, without a pause. */
    void scan(String code) {
        hands.scan(code);
    }

    void click(String key) {
        Control control = waitFor(key);
        hands.click(control, ui(() -> new Point(control.getSize().x / 2, control.getSize().y / 2)));
    }

    /** Clicks into a row of a list. */
    void clickCell(String key, int row, int column) {
        RowList<?> list = (RowList<?>) waitFor(key);
        hands.click(list, ui(() -> middle(list.bounds(row, column))));
    }

    /** Taps a tile by what stands on it. */
    void clickTile(String key, String text) {
        TileGrid<?> grid = (TileGrid<?>) waitFor(key);
        waitUntil(() -> "no tile says " + text, () -> ui(() -> tile(grid, text)) >= 0);
        hands.click(grid, ui(() -> middle(grid.bounds(tile(grid, text)))));
    }

    private static Point middle(Rectangle area) {
        return new Point(area.x + area.width / 2, area.y + area.height / 2);
    }

    private static int tile(TileGrid<?> grid, String text) {
        for (int place = 0; place < grid.tileCount(); place++) {
            if (grid.text(place).equals(text)) {
                return place;
            }
        }
        return -1;
    }

    /** Waits until the control can be seen and the focus is within it. */
    void waitFocus(String key) {
        waitUntil(
                () -> "the focus is not in " + key + " but in " + ui(thread.display()::getFocusControl),
                () -> ui(() -> {
                    for (Control at = thread.display().getFocusControl(); at != null; at = at.getParent()) {
                        if (key.equals(at.getData(KEY))) {
                            return true;
                        }
                    }
                    return false;
                }));
    }

    void waitText(String key, String part) {
        waitUntil(() -> key + " shows '" + shown(key) + "', not '" + part + "'", () -> shown(key)
                .contains(part));
    }

    void waitRows(String key, int count) {
        waitUntil(() -> key + " has " + rows(key) + " rows, not " + count, () -> rows(key) == count);
    }

    void waitCell(String key, int row, int column, String text) {
        waitUntil(
                () -> key + " shows '" + cell(key, row, column) + "', not '" + text + "'",
                () -> cell(key, row, column).equals(text));
    }

    /** Waits until the control can be seen. */
    Control waitFor(String key) {
        waitUntil(() -> "there is no " + key, () -> hands.find(key).isPresent());
        return hands.find(key).orElseThrow();
    }

    boolean isShown(String key) {
        return hands.find(key).isPresent();
    }

    boolean isEnabled(String key) {
        Control control = waitFor(key);
        return ui(control::isEnabled);
    }

    String text(String key) {
        waitFor(key);
        return shown(key);
    }

    /** What a row of a list says small below its name. */
    String text(String key, int row) {
        RowList<?> list = (RowList<?>) waitFor(key);
        return ui(() -> row < list.rowCount() ? list.second(row, 0) : "");
    }

    /** What a control looks like when it has been drawn. */
    byte[] pixels(String key) {
        Control control = waitFor(key);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DRAWN_AFTER_MILLIS));
        return ui(() -> {
            Point size = control.getSize();
            Image picture = new Image(thread.display(), size.x, size.y);
            GC gc = new GC(control);
            gc.copyArea(picture, 0, 0);
            gc.dispose();
            byte[] pixels = picture.getImageData().data;
            picture.dispose();
            return pixels;
        });
    }

    /** How often a control, or one in it, is painted while nobody does anything. */
    int paints(String key) {
        Control control = waitFor(key);
        AtomicInteger paints = new AtomicInteger();
        Listener painted = event -> {
            for (Control at = (Control) event.widget; at != null; at = at.getParent()) {
                paints.addAndGet(at == control ? 1 : 0);
            }
        };
        ui(() -> {
            thread.display().addFilter(SWT.Paint, painted);
            return true;
        });
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(REST_MILLIS));
        ui(() -> {
            thread.display().removeFilter(SWT.Paint, painted);
            return true;
        });
        return paints.get();
    }

    int rows(String key) {
        return hands.find(key)
                .map(control -> ui(() -> ((RowList<?>) control).rowCount()))
                .orElse(0);
    }

    String cell(String key, int row, int column) {
        return hands.find(key)
                .map(control -> ui(() -> cell((RowList<?>) control, row, column)))
                .orElse("");
    }

    void waitUntil(Supplier<String> failure, BooleanSupplier reached) {
        thread.waitUntil(failure, reached);
    }

    /** Runs on the UI thread. */
    <T> T ui(Supplier<T> work) {
        return thread.ask(work);
    }

    private static String cell(RowList<?> list, int row, int column) {
        return row < list.rowCount() ? list.text(row, column) : "";
    }

    private String shown(String key) {
        return hands.find(key).map(control -> ui(() -> textOf(control))).orElse("");
    }

    /** The painted controls have no common type for their text, only a common method. */
    private static String textOf(Control control) {
        try {
            Method getText = control.getClass().getMethod("getText");
            getText.setAccessible(true);
            return (String) getText.invoke(control);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(control + " shows no text", e);
        }
    }
}
