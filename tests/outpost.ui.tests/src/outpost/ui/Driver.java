package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import outpost.widgets.RowList;
import outpost.widgets.TileGrid;

/**
 * A cashier's hands and eyes: real key and mouse events, and what the screen shows.
 *
 * <p>Controls are found by their key; nothing here runs on the UI thread but what it asks for by {@code syncExec}.
 */
final class Driver {
    private static final long PATIENCE_MILLIS = 30_000;
    private static final long LOOK_EVERY_MILLIS = 10;
    private static final long BETWEEN_KEYS_MILLIS = 60;
    private static final String KEY = "org.eclipse.swtbot.widget.key";
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private final Display display;

    Driver(Display display) {
        this.display = display;
        // SWT posts a button's event without its place; the pointer is where it belongs.
        display.syncExec(() -> {
            display.addFilter(SWT.MouseDown, this::place);
            display.addFilter(SWT.MouseUp, this::place);
        });
    }

    /** Types into whatever has the focus, no faster than fingers do. */
    void type(String text) {
        for (char character : text.toCharArray()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_KEYS_MILLIS));
            key(character);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_KEYS_MILLIS));
    }

    private void key(char character) {
        boolean shift = Character.isUpperCase(character) || SHIFTED.indexOf(character) >= 0;
        if (shift) {
            post(SWT.KeyDown, SWT.SHIFT);
        }
        postCharacter(SWT.KeyDown, character);
        postCharacter(SWT.KeyUp, character);
        if (shift) {
            post(SWT.KeyUp, SWT.SHIFT);
        }
    }

    /** Presses a key that is no character, such as {@code SWT.F12} or {@code SWT.CR}. */
    void press(int keyCode) {
        post(SWT.KeyDown, keyCode);
        post(SWT.KeyUp, keyCode);
    }

    /** What a scanner sends: the code and Enter, without a pause. */
    void scan(String code) {
        awaitFocus();
        ui(() -> {
            for (char character : code.toCharArray()) {
                key(character);
            }
            press(SWT.CR);
            return code;
        });
    }

    void click(String key) {
        Control control = waitFor(key);
        clickAt(ui(() -> control.toDisplay(control.getSize().x / 2, control.getSize().y / 2)));
    }

    /** Clicks into a row of a list. */
    void clickCell(String key, int row, int column) {
        RowList<?> list = (RowList<?>) waitFor(key);
        clickAt(ui(() -> {
            Rectangle cell = list.bounds(row, column);
            return list.toDisplay(cell.x + cell.width / 2, cell.y + cell.height / 2);
        }));
    }

    /** Taps a tile by what stands on it. */
    void clickTile(String key, String text) {
        TileGrid<?> grid = (TileGrid<?>) waitFor(key);
        waitUntil(() -> "no tile says " + text, () -> ui(() -> tile(grid, text)) >= 0);
        clickAt(ui(() -> {
            Rectangle tile = grid.bounds(tile(grid, text));
            return grid.toDisplay(tile.x + tile.width / 2, tile.y + tile.height / 2);
        }));
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
                () -> "the focus is not in " + key + " but in " + ui(display::getFocusControl),
                () -> ui(() -> {
                    for (Control at = display.getFocusControl(); at != null; at = at.getParent()) {
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
        waitUntil(() -> "there is no " + key, () -> find(key).isPresent());
        return find(key).orElseThrow();
    }

    boolean isShown(String key) {
        return find(key).isPresent();
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

    int rows(String key) {
        return find(key)
                .map(control -> ui(() -> ((RowList<?>) control).rowCount()))
                .orElse(0);
    }

    String cell(String key, int row, int column) {
        return find(key)
                .map(control -> ui(() -> cell((RowList<?>) control, row, column)))
                .orElse("");
    }

    void waitUntil(Supplier<String> failure, BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, failure);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    /** Runs on the UI thread. */
    <T> T ui(Supplier<T> work) {
        Object[] result = new Object[1];
        display.syncExec(() -> result[0] = work.get());
        @SuppressWarnings("unchecked")
        T typed = (T) result[0];
        return typed;
    }

    private static String cell(RowList<?> list, int row, int column) {
        return row < list.rowCount() ? list.text(row, column) : "";
    }

    private String shown(String key) {
        return find(key).map(control -> ui(() -> textOf(control))).orElse("");
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

    private Optional<Control> find(String key) {
        return ui(() -> {
            for (Shell shell : display.getShells()) {
                Optional<Control> found = find(shell, key);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Control> find(Composite parent, String key) {
        for (Control child : parent.getChildren()) {
            if (key.equals(child.getData(KEY)) && child.isVisible()) {
                return Optional.of(child);
            }
            if (child instanceof Composite composite) {
                Optional<Control> found = find(composite, key);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void clickAt(Point point) {
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = point.x;
        move.y = point.y;
        post(move);
        waitUntil(() -> "the pointer does not move", () -> ui(display::getCursorLocation)
                .equals(point));
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event button = new Event();
            button.type = type;
            button.button = 1;
            post(button);
        }
    }

    private void place(Event event) {
        Point there = ((Control) event.widget).toControl(display.getCursorLocation());
        event.x = there.x;
        event.y = there.y;
    }

    /** Keys need a focused window of ours; a window manager may take a moment to give it. */
    private void awaitFocus() {
        waitUntil(() -> "no control has the focus", () -> ui(() -> display.getFocusControl() != null));
    }

    private void post(int type, int keyCode) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        post(event);
    }

    private void postCharacter(int type, char character) {
        Event event = new Event();
        event.type = type;
        event.character = character;
        post(event);
    }

    private void post(Event event) {
        awaitFocus();
        assertTrue(ui(() -> display.post(event)), "the event was not taken");
    }
}
