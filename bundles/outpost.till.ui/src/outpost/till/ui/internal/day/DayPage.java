package outpost.till.ui.internal.day;

import org.eclipse.swt.widgets.Composite;

/** One page of the day. */
public interface DayPage {
    /** What is. It can take the focus. */
    Composite main();

    /** What can be done. */
    Composite side();

    /** It comes up: whatever may have changed meanwhile is read anew. */
    default void opened() {}

    /** Draws the model's state. */
    void show();
}
