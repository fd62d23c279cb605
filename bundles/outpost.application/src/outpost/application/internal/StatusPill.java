package outpost.application.internal;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Card;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TextFit;

/** The sync indicator: a dot, the words, and a bar while something with a known end is going on. */
final class StatusPill extends Canvas implements Painted {
    private final int dot = Scale.px(this, 12);
    private final int margin = Scale.px(this, 16);
    private final int bar = Scale.px(this, 4);
    private final int gap = Scale.px(this, 10);
    private final Paint paint = new Paint();
    private Indicator shown = new Indicator(Indicator.Kind.SYNCING, "", -1);

    StatusPill(Composite parent, Runnable tapped) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.MouseUp, event -> tapped.run());
    }

    /** Draws only what is news: it is told twice a second. Answers whether the pill may need another width now: an 8 is wider than a 1. */
    boolean show(Indicator indicator) {
        if (indicator.equals(shown)) {
            return false;
        }
        boolean otherWords = !indicator.text().equals(shown.text());
        shown = indicator;
        Style.classes(this, indicator.kind().name().toLowerCase(Locale.ROOT));
        redraw();
        return otherWords;
    }

    /** What the cashier reads. */
    public String getText() {
        return shown.text();
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int width = 2 * margin + dot + gap + gc.textExtent(shown.text()).x;
        gc.dispose();
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, Scale.px(this, 44));
    }

    private void draw(GC gc) {
        Point size = getSize();
        Card.sheet(gc, this, getBackground(), paint.edge(), size.y / 2);
        gc.setBackground(paint.accent());
        gc.fillOval(margin, (size.y - dot) / 2, dot, dot);
        gc.setForeground(getForeground());
        gc.setFont(getFont());
        String fitting = TextFit.oneLine(gc, shown.text(), size.x - 2 * margin - dot - gap);
        gc.drawText(fitting, margin + dot + gap, (size.y - gc.getFontMetrics().getHeight()) / 2, true);
        if (shown.percent() >= 0) {
            int whole = size.x - 2 * margin;
            gc.setBackground(paint.pressed());
            gc.fillRoundRectangle(margin, size.y - bar - 5, whole, bar, bar, bar);
            gc.setBackground(paint.accent());
            gc.fillRoundRectangle(margin, size.y - bar - 5, whole * shown.percent() / 100, bar, bar, bar);
        }
    }
}
