package outpost.widgets;

import org.eclipse.swt.graphics.Color;

/**
 * What CSS tells a painted control beyond the background, colour and font that every control has.
 *
 * <p>The properties are {@code outpost-edge-color}, {@code outpost-muted-color}, {@code outpost-pressed-color},
 * {@code outpost-accent-color}, {@code outpost-disabled-color}, {@code outpost-off-color} and {@code outpost-radius}.
 */
public final class Paint {
    private Color edge = new Color(208, 213, 221);
    private Color muted = new Color(102, 112, 133);
    private Color pressed = new Color(228, 231, 236);
    private Color accent = new Color(11, 122, 92);
    private Color disabled = new Color(234, 237, 242);
    private Color off = new Color(150, 159, 175);
    private int radius = 10;

    public Paint() {}

    /** Borders and lines between rows. */
    public Color edge() {
        return edge;
    }

    public void edge(Color color) {
        edge = color;
    }

    /** Text of second rank. */
    public Color muted() {
        return muted;
    }

    public void muted(Color color) {
        muted = color;
    }

    /** The ground under a finger, and of a selected row. */
    public Color pressed() {
        return pressed;
    }

    public void pressed(Color color) {
        pressed = color;
    }

    /** What the eye is led to: focus, selection, progress. */
    public Color accent() {
        return accent;
    }

    public void accent(Color color) {
        accent = color;
    }

    /** The ground of what cannot be used now. */
    public Color disabled() {
        return disabled;
    }

    public void disabled(Color color) {
        disabled = color;
    }

    /** Text of what cannot be used now. */
    public Color off() {
        return off;
    }

    public void off(Color color) {
        off = color;
    }

    /** Roundness of the corners, in pixels. */
    public int radius() {
        return radius;
    }

    public void radius(int pixels) {
        radius = pixels;
    }
}
