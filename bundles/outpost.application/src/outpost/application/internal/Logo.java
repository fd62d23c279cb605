package outpost.application.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Paint;
import outpost.widgets.Painted;

/** Outpost's mark: a small house that stands on its own. */
final class Logo extends Canvas implements Painted {
    private static final int SIZE = 36;

    private final Paint paint = new Paint();

    Logo(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(SIZE, heightHint == SWT.DEFAULT ? SIZE : heightHint);
    }

    private void draw(GC gc) {
        int x = 0;
        int y = (getSize().y - SIZE) / 2;
        gc.setAntialias(SWT.ON);
        gc.setBackground(paint.accent());
        gc.fillRoundRectangle(x, y, SIZE, SIZE, 16, 16);
        gc.setForeground(getForeground());
        gc.setLineWidth(3);
        gc.setLineJoin(SWT.JOIN_ROUND);
        gc.drawPolygon(new int[] {
            x + 18, y + 7, x + 28, y + 14, x + 28, y + 28, x + 21, y + 28, x + 21, y + 20, x + 15, y + 20, x + 15,
            y + 28, x + 8, y + 28, x + 8, y + 14
        });
    }
}
