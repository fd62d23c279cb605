package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The column of buttons at a page's side: actions from the top, what leads on at the bottom. */
public final class Buttons extends Composite {
    private static final int ACTION_HEIGHT = 64;
    private static final int LEADING_HEIGHT = 80;

    public Buttons(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(Grids.columns(this, 1, 10, 0));
    }

    public TouchButton action(String text, String name, int key, String keyName, Runnable action) {
        TouchButton button = new TouchButton(this, text, action).key(key, keyName);
        button.setLayoutData(Grids.wide(this, ACTION_HEIGHT));
        return Style.key(button, name);
    }

    public TouchButton leading(String text, String name, int key, String keyName, Runnable action) {
        TouchButton button = new TouchButton(this, text, action).key(key, keyName);
        button.setLayoutData(Grids.wide(this, LEADING_HEIGHT));
        return Style.key(Style.classes(button, "primary"), name);
    }

    /** Something to be read, on a card that takes the room which the buttons leave. */
    public Prose prose(String name) {
        Card card = new Card(this);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 16));
        Prose prose = Style.key(new Prose(card), name);
        prose.setLayoutData(Grids.all());
        return prose;
    }

    /** Takes the room that the buttons leave. */
    public Composite room() {
        Composite room = new Composite(this, SWT.NONE);
        room.setLayoutData(Grids.all());
        return room;
    }

    /** Shows a button or another control in a grid, or takes it and its room away. */
    public static void offer(Control control, boolean offered) {
        control.setVisible(offered);
        ((GridData) control.getLayoutData()).exclude = !offered;
    }
}
