package outpost.room;

import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Buttons;
import outpost.widgets.Page;

/** A page of a {@link Room}. */
public abstract class RoomPage extends Page {
    private int seconds;

    protected RoomPage(Composite main, Buttons side) {
        super(main, side);
    }

    /** Comes once a second while the page is in sight. */
    final void tick() {
        seconds++;
        if (seconds % secondsBetween() == 0) {
            elapsed();
        }
    }

    /** How often {@link #elapsed} comes. */
    protected int secondsBetween() {
        return 1;
    }

    /** Time has passed with the page in sight: what changes by itself is read anew. */
    protected void elapsed() {}
}
