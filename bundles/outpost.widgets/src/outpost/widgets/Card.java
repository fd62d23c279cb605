package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A rounded sheet that holds other controls; its children take its colour. */
public class Card extends Composite implements Painted {
    private final Paint paint = new Paint();

    public Card(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        setBackgroundMode(SWT.INHERIT_FORCE);
        addListener(SWT.Paint, event -> sheet(event.gc, this, getBackground(), paint.edge(), paint.radius()));
        addListener(SWT.Resize, event -> redraw());
    }

    @Override
    public Paint paint() {
        return paint;
    }

    /** Paints a rounded ground with an edge over the whole control, and its parent's colour in the corners. */
    public static void sheet(GC gc, Control control, Color ground, Color edge, int radius) {
        Rectangle area = new Rectangle(0, 0, control.getSize().x, control.getSize().y);
        gc.setAntialias(SWT.ON);
        gc.setBackground(control.getParent().getBackground());
        gc.fillRectangle(area);
        // Two filled shapes instead of a drawn line: a line's outer half would be cut off at the border.
        gc.setBackground(edge);
        gc.fillRoundRectangle(0, 0, area.width, area.height, 2 * radius, 2 * radius);
        gc.setBackground(ground);
        gc.fillRoundRectangle(1, 1, area.width - 2, area.height - 2, 2 * radius - 2, 2 * radius - 2);
    }
}
