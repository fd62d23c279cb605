package outpost.application.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.TextFit;

/** Which shop and lane this is, shortened where the bar has no room for it. */
final class ShopName extends Canvas {
    private String name = "";

    ShopName(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    void show(String shop) {
        name = shop;
        redraw();
    }

    /** The whole name. */
    public String getText() {
        return name;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        Point extent = gc.textExtent(name);
        gc.dispose();
        return new Point(
                widthHint == SWT.DEFAULT ? extent.x : widthHint, heightHint == SWT.DEFAULT ? extent.y : heightHint);
    }

    private void draw(GC gc) {
        gc.setForeground(getForeground());
        String fitting = TextFit.oneLine(gc, name, getSize().x);
        gc.drawText(fitting, 0, (getSize().y - gc.getFontMetrics().getHeight()) / 2, true);
    }
}
