package outpost.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;

/** Keys for fingers, in the order of a numeric keyboard. */
public final class Keypad extends Composite {
    private static final int GAP = 8;

    private final Consumer<String> typed;

    private Keypad(Composite parent, int columns, Consumer<String> typed) {
        super(parent, SWT.NONE);
        this.typed = typed;
        setLayout(Grids.equalColumns(this, columns, GAP, 0));
    }

    /** For an amount: digits only. */
    public static Keypad ofAmount(Composite parent, Consumer<String> typed, Runnable backspace) {
        Keypad pad = new Keypad(parent, 3, typed);
        pad.keys("7", "8", "9", "4", "5", "6", "1", "2", "3", "0", "00");
        pad.command("backspace", Glyph.BACKSPACE, backspace);
        return pad;
    }

    /** For an amount, a quantity or a percentage: digits and a decimal point. */
    public static Keypad ofFigure(Composite parent, Consumer<String> typed, Runnable backspace) {
        Keypad pad = new Keypad(parent, 3, typed);
        pad.keys("7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0");
        pad.command("backspace", Glyph.BACKSPACE, backspace);
        return pad;
    }

    /** For a PIN: digits in the order of a telephone, as people remember them. */
    public static Keypad ofPin(Composite parent, Consumer<String> typed, Runnable backspace, Runnable enter) {
        Keypad pad = new Keypad(parent, 3, typed);
        pad.keys("1", "2", "3", "4", "5", "6", "7", "8", "9");
        pad.command("backspace", Glyph.BACKSPACE, backspace);
        pad.keys("0");
        pad.command("enter", Glyph.CHECK, enter);
        return pad;
    }

    /** For how many there are of one thing after the other: digits, and on to the next. */
    public static Keypad ofCount(Composite parent, Consumer<String> typed, Runnable backspace, Runnable next) {
        Keypad pad = new Keypad(parent, 3, typed);
        pad.keys("7", "8", "9", "4", "5", "6", "1", "2", "3");
        pad.command("backspace", Glyph.BACKSPACE, backspace);
        pad.keys("0");
        pad.command("enter", Glyph.RETURN, next);
        return pad;
    }

    /** For codes and quantities. */
    public static Keypad ofEntry(Composite parent, Consumer<String> typed, Runnable backspace, Runnable enter) {
        Keypad pad = new Keypad(parent, 4, typed);
        pad.keys("7", "8", "9");
        pad.command("backspace", Glyph.BACKSPACE, backspace);
        pad.keys("4", "5", "6");
        pad.command("times", Glyph.CROSS, () -> typed.accept(" * "));
        pad.keys("1", "2", "3");
        ((GridData) pad.command("enter", Glyph.RETURN, enter).getLayoutData()).verticalSpan = 2;
        pad.keys("0", "00", ".");
        return pad;
    }

    private void keys(String... labels) {
        for (String label : labels) {
            key(label, label, "key", () -> typed.accept(label));
        }
    }

    private TouchButton command(String name, Glyph glyph, Runnable action) {
        return key("", name, "key sign", action).glyph(glyph);
    }

    private TouchButton key(String label, String name, String classes, Runnable action) {
        TouchButton button = Style.classes(new TouchButton(this, label, action), classes);
        button.setLayoutData(Grids.all());
        return Style.key(button, "key-" + name);
    }
}
