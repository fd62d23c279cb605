package outpost.room;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Once a second a room in sight looks at what may have changed; one out of sight is left. */
final class RoomTick {
    private static final int INTERVAL_MILLIS = 1_000;

    private RoomTick() {}

    /** @param parent holds the room's view alone */
    static void begin(Composite parent, Room room) {
        if (isGoing(parent)) {
            return;
        }
        if (!parent.isVisible()) {
            room.leave();
        } else {
            for (Control child : parent.getChildren()) {
                if (child instanceof RoomView view) {
                    view.tick();
                }
            }
        }
        parent.getDisplay().timerExec(INTERVAL_MILLIS, () -> begin(parent, room));
    }

    /** A window that closes takes its outer controls away first, and runs timers meanwhile. */
    private static boolean isGoing(Composite parent) {
        for (Composite at = parent; at != null; at = at.getParent()) {
            if (at.isDisposed()) {
                return true;
            }
        }
        return false;
    }
}
