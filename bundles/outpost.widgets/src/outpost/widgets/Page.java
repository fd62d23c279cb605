package outpost.widgets;

import org.eclipse.swt.widgets.Composite;

/** One page of a perspective. */
public interface Page {
    /** What is. It can take the focus. */
    Composite main();

    /** What can be done. */
    Composite side();

    /** It comes up: whatever may have changed meanwhile is read anew. */
    default void opened() {}

    /** Draws the model's state. */
    void show();
}
