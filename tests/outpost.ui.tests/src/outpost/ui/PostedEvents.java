package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Key and mouse events as SWT posts them; the pointer really moves. */
final class PostedEvents implements Hands {
    private static final String KEY = "org.eclipse.swtbot.widget.key";
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private UiThread ui;

    @Override
    public void take(UiThread screen) {
        ui = screen;
        // SWT posts a button's event without its place; the pointer is where it belongs.
        ui.display().syncExec(() -> {
            ui.display().addFilter(SWT.MouseDown, this::place);
            ui.display().addFilter(SWT.MouseUp, this::place);
        });
    }

    @Override
    public Optional<Control> find(String key) {
        return ui.ask(() -> {
            for (Shell shell : ui.display().getShells()) {
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

    @Override
    public void type(char character) {
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

    @Override
    public void press(int keyCode) {
        post(SWT.KeyDown, keyCode);
        post(SWT.KeyUp, keyCode);
    }

    @Override
    public void scan(String code) {
        awaitFocus();
        ui.ask(() -> {
            for (char character : code.toCharArray()) {
                type(character);
            }
            press(SWT.CR);
            return code;
        });
    }

    @Override
    public void click(Control control, Point place) {
        Point point = ui.ask(() -> control.toDisplay(place));
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = point.x;
        move.y = point.y;
        post(move);
        ui.waitUntil(() -> "the pointer does not move", () -> ui.ask(ui.display()::getCursorLocation)
                .equals(point));
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event button = new Event();
            button.type = type;
            button.button = 1;
            post(button);
        }
    }

    private void place(Event event) {
        Point there = ((Control) event.widget).toControl(ui.display().getCursorLocation());
        event.x = there.x;
        event.y = there.y;
    }

    /** Keys need a focused window of ours; a window manager may take a moment to give it. */
    private void awaitFocus() {
        ui.waitUntil(
                () -> "no control has the focus",
                () -> ui.ask(() -> ui.display().getFocusControl() != null));
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
        assertTrue(ui.ask(() -> ui.display().post(event)), "the event was not taken");
    }
}
