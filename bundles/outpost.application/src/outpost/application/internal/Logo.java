package outpost.application.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;

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
        return new Point(Scale.px(this, SIZE), heightHint == SWT.DEFAULT ? Scale.px(this, SIZE) : heightHint);
    }

    /** Drawn at its own size and stretched by the transform, so that every line grows alike. */
    private void draw(GC gc) {
        int percent = Scale.percent(getDisplay());
        Transform grow = new Transform(getDisplay());
        grow.scale(percent / 100f, percent / 100f);
        gc.setTransform(grow);
        int x = 0;
        int y = (getSize().y * 100 / percent - SIZE) / 2;
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
        gc.setTransform(null);
        grow.dispose();
    }
}
