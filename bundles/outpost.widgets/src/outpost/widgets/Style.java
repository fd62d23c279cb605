package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Widget;

/** Ties a widget to the style sheet and to the tests. */
public final class Style {
    private static final String CSS_CLASS = "org.eclipse.e4.ui.css.CssClassName";
    private static final String TEST_KEY = "org.eclipse.swtbot.widget.key";

    private Style() {}

    /** Gives the widget one or more CSS classes, separated by blanks, and has it styled anew if they changed. */
    public static <W extends Widget> W classes(W widget, String names) {
        if (!names.equals(widget.getData(CSS_CLASS))) {
            widget.setData(CSS_CLASS, names);
            widget.reskin(SWT.ALL);
        }
        return widget;
    }

    /** Names the widget for UI tests. */
    public static <W extends Widget> W key(W widget, String key) {
        widget.setData(TEST_KEY, key);
        return widget;
    }
}
