package outpost.room;

import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Buttons;
import outpost.widgets.Page;

/** A page of a {@link Room}. */
public abstract class RoomPage extends Page {
    private int seconds;
    private int interval = 1;
    private Runnable reading = () -> {};

    protected RoomPage(Composite main, Buttons side) {
        super(main, side);
    }

    /** Has what is shown read anew when the page is opened, and after every so many seconds in sight. */
    protected final void readEvery(int secondsBetween, Runnable readingAnew) {
        interval = secondsBetween;
        reading = readingAnew;
    }

    @Override
    public void opened() {
        reading.run();
    }

    /** Comes once a second while the page is in sight. */
    final void tick() {
        seconds++;
        if (seconds % interval == 0) {
            elapsed();
        }
    }

    /** Time has passed with the page in sight. */
    protected void elapsed() {
        reading.run();
    }
}
