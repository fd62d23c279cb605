package outpost.widgets;

import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A card of which one control is seen at a time: a list, or the sign that stands there while it is empty. Takes all the room that is left. */
public final class StackCard extends Card {
    private final StackLayout stack = new StackLayout();

    public StackCard(Composite parent) {
        super(parent);
        stack.marginHeight = 10;
        stack.marginWidth = 2;
        setLayout(stack);
        setLayoutData(Grids.all());
    }

    /** Brings one of its controls up; answers whether another one was up. */
    public boolean bringUp(Control control) {
        boolean other = stack.topControl != control;
        if (other) {
            stack.topControl = control;
            layout();
        }
        return other;
    }
}
