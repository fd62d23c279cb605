package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A picture, a headline and a quieter line in the middle of an otherwise empty place. */
public final class Sign extends Canvas implements Painted {
    private final int disc = Scale.px(this, 88);
    private final int picture = Scale.px(this, 36);
    private final int gap = Scale.px(this, 20);
    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Glyph glyph;
    private String headline = "";
    private String line = "";

    public Sign(Composite parent, Glyph glyph) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.glyph = glyph;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    public void show(String newHeadline, String newLine) {
        headline = newHeadline;
        line = newLine;
        redraw();
    }

    /** The headline, for whoever reads the screen. */
    public String getText() {
        return headline;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        gc.setAntialias(SWT.ON);
        Point size = getSize();
        Font small = fonts.at(line.isEmpty() ? 100 : smallPercent(), SWT.NORMAL);
        gc.setFont(small);
        Point lineExtent = gc.textExtent(line);
        gc.setFont(getFont());
        Point headExtent = gc.textExtent(headline);
        int y = (size.y - disc - gap - headExtent.y - lineExtent.y) / 2;
        gc.setBackground(paint.pressed());
        gc.fillOval((size.x - disc) / 2, y, disc, disc);
        gc.setForeground(paint.accent());
        glyph.draw(gc, (size.x - picture) / 2, y + (disc - picture) / 2, picture);
        y += disc + gap;
        gc.setForeground(getForeground());
        gc.drawText(headline, (size.x - headExtent.x) / 2, y, true);
        gc.setFont(small);
        gc.setForeground(paint.muted());
        gc.drawText(line, (size.x - lineExtent.x) / 2, y + headExtent.y + 4, true);
    }

    /** Under a very large headline the second line stays readable without competing. */
    private int smallPercent() {
        return getFont().getFontData()[0].getHeight() > 24 ? 35 : 70;
    }
}
