package outpost.ui;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtbot.swt.finder.finders.ControlFinder;
import org.eclipse.swtbot.swt.finder.keyboard.Keyboard;
import org.eclipse.swtbot.swt.finder.keyboard.KeyboardFactory;
import org.eclipse.swtbot.swt.finder.matchers.WidgetMatcherFactory;
import org.eclipse.swtbot.swt.finder.utils.SWTBotPreferences;
import org.eclipse.swtbot.swt.finder.widgets.AbstractSWTBotControl;

/** SWTBot as the driver: its finder, its keyboard (by AWT's robot), its clicks. Found by the scenarios because it is provided as a service. */
public final class SwtBotHands implements Hands {
    private final ControlFinder finder = new ControlFinder();
    private UiThread ui;
    private Keyboard keyboard;

    @Override
    public void take(UiThread screen) {
        ui = screen;
        // Without a layout every key fails in the C locale.
        SWTBotPreferences.KEYBOARD_LAYOUT = "EN_US";
        keyboard = KeyboardFactory.getAWTKeyboard();
    }

    @Override
    public Optional<Control> find(String key) {
        for (Shell shell : ui.ask(ui.display()::getShells)) {
            List<Control> found = finder.findControls(shell, WidgetMatcherFactory.<Control>withId(key), true);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    @Override
    public void type(char character) {
        awaitFocus();
        keyboard.typeText(String.valueOf(character), 0);
    }

    @Override
    public void press(int keyCode) {
        awaitFocus();
        keyboard.pressShortcut(KeyStroke.getInstance(0, keyCode));
    }

    @Override
    public void scan(String code) {
        awaitFocus();
        keyboard.typeText(code, 0);
        press(SWT.CR);
    }

    @Override
    public void click(Control control, Point place) {
        new Painted(control).clickAt(place);
    }

    /** A robot's keys go to the window that has the focus, whosesoever it is. */
    private void awaitFocus() {
        ui.waitUntil(
                () -> "no control has the focus",
                () -> ui.ask(() -> ui.display().getFocusControl() != null));
    }

    /** A control of ours, for which SWTBot has no class of its own. */
    private static final class Painted extends AbstractSWTBotControl<Control> {
        Painted(Control control) {
            super(control);
        }

        void clickAt(Point place) {
            clickXY(place.x, place.y);
        }
    }
}
