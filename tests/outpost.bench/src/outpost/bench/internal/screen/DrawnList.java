package outpost.bench.internal.screen;

import java.util.function.ToLongFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * Remembers when a control was drawn last, and in which state.
 *
 * @param <C> what kind of control it is
 */
final class DrawnList<C extends Control> {
    private final Desk desk;
    private final C control;
    private final ToLongFunction<C> state;
    private volatile long drawnAt;
    private volatile long drawnState;

    /** @param state a number that is another one whenever the control shows something else */
    DrawnList(Desk desk, C control, ToLongFunction<C> state) {
        this.desk = desk;
        this.control = control;
        this.state = state;
        // Added last, so that it is told after the control has drawn itself.
        desk.onScreen(() -> {
            control.addListener(SWT.Paint, event -> drawn());
            return true;
        });
    }

    long state() {
        return drawnState;
    }

    /** Waits for the first drawing after that moment whose state is another one; answers how long it took. */
    long nanosUntilOther(long since, long before, String what) {
        desk.await(what, () -> drawnAt > since && drawnState != before);
        return drawnAt - since;
    }

    private void drawn() {
        if (state.applyAsLong(control) != drawnState || drawnAt == 0) {
            drawnState = state.applyAsLong(control);
            drawnAt = desk.now();
        }
    }
}
