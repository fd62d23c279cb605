package outpost.till.ui.internal;

import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Glyph;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Digits for fingers, in the order of a numeric keyboard. */
final class Keypad extends Composite {
    private static final int GAP = 8;

    /**
     * @param digits hears each digit; "00" is heard as two
     * @param backspace takes the last one back
     */
    Keypad(Composite parent, IntConsumer digits, Runnable backspace) {
        super(parent, SWT.NONE);
        GridLayout layout = Grids.columns(3, GAP, 0);
        layout.makeColumnsEqualWidth = true;
        setLayout(layout);
        for (int digit : new int[] {7, 8, 9, 4, 5, 6, 1, 2, 3, 0}) {
            key(Integer.toString(digit), () -> digits.accept(digit));
        }
        key("00", () -> {
            digits.accept(0);
            digits.accept(0);
        });
        key("", backspace).glyph(Glyph.BACKSPACE);
    }

    private TouchButton key(String label, Runnable action) {
        TouchButton button = Style.classes(new TouchButton(this, label, action), "key");
        button.setLayoutData(Grids.all());
        return Style.key(button, "key-" + (label.isEmpty() ? "backspace" : label));
    }
}
