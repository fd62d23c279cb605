package outpost.ui;

import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/**
 * All that a driver of the user interface has to be able to do; what the scenarios say is made of it. Ours posts events to the display; another one, such as
 * SWTBot's, is found where it is provided as a service. Calls come from a thread that does not draw.
 */
interface Hands {
    /** Which screen they work on; called once, before everything else. */
    void take(UiThread ui);

    /** The control with that key that can be seen. */
    Optional<Control> find(String key);

    /** Presses the key of a character, in whatever has the focus. */
    void type(char character);

    /** Presses a key that is no character, such as {@code SWT.F12} or {@code SWT.CR}. */
    void press(int keyCode);

    /** What a scanner sends: the code and Enter, without a pause. */
    void scan(String code);

    /** Clicks into a control, at a place measured from its corner. */
    void click(Control control, Point place);

    static Hands on(UiThread ui) {
        Hands hands = ServiceLoader.load(Hands.class, Hands.class.getClassLoader())
                .findFirst()
                .orElseGet(PostedEvents::new);
        hands.take(ui);
        return hands;
    }
}
