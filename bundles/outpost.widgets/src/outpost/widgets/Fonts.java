package outpost.widgets;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** Sizes and weights derived from the one font that CSS gives to a painted control. */
public final class Fonts {
    private final Control control;
    private final Map<String, Font> derived = new HashMap<>();
    private final Map<Font, Integer> lineHeights = new HashMap<>();
    private Font base;

    public Fonts(Control control) {
        this.control = control;
        control.addListener(SWT.Dispose, event -> clear());
    }

    /** The control's font at a percentage of its size, {@code SWT.NORMAL} or {@code SWT.BOLD}. It is disposed with the control. */
    public Font at(int percent, int style) {
        if (!control.getFont().equals(base)) {
            clear();
            base = control.getFont();
        }
        return derived.computeIfAbsent(percent + "/" + style, key -> derive(percent, style));
    }

    /** The height of a line in that font, in pixels. The system measures a whole alphabet for it, so it is asked once. */
    public int lineHeight(int percent, int style) {
        return lineHeights.computeIfAbsent(at(percent, style), this::measured);
    }

    private int measured(Font font) {
        GC gc = new GC(control);
        gc.setFont(font);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height;
    }

    private Font derive(int percent, int style) {
        FontData data = base.getFontData()[0];
        data.setHeight(Math.max(6, data.getHeight() * percent / 100));
        data.setStyle(style);
        return new Font(control.getDisplay(), data);
    }

    private void clear() {
        derived.values().forEach(Font::dispose);
        derived.clear();
        lineHeights.clear();
        base = null;
    }
}
