package outpost.widgets;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/** Sizes of painted things beside the size of the text: what is 44 pixels at the usual size of text is more at a larger one. */
public final class Scale {
    private static final String KEY = "outpost.scale.percent";
    private static final int USUAL = 100;

    private Scale() {}

    /** Pixels on this display for so many at the usual size of text. */
    public static int px(Widget on, int pixels) {
        return pixels * percent(on.getDisplay()) / USUAL;
    }

    public static int percent(Display display) {
        return display.getData(KEY) instanceof Integer percent ? percent : USUAL;
    }

    /** Takes effect for what asks from now on. */
    public static void set(Display display, int percent) {
        display.setData(KEY, percent);
    }
}
