package outpost.till.ui.internal.day;

import org.eclipse.swt.widgets.Composite;

/** One page of the day. */
interface DayPage {
    /** What is. It can take the focus. */
    Composite main();

    /** What can be done. */
    Composite side();

    /** Draws the model's state. */
    void show();
}
