package outpost.widgets;

import java.util.List;
import java.util.Optional;
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
    private final Optional<Glyph> glyph;
    private String headline = "";
    private String line = "";

    public Sign(Composite parent, Glyph glyph) {
        this(parent, Optional.of(glyph));
    }

    /** Words alone. */
    public Sign(Composite parent) {
        this(parent, Optional.empty());
    }

    private Sign(Composite parent, Optional<Glyph> glyph) {
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
        int room = size.x - 2 * gap;
        gc.setFont(getFont());
        int wide = gc.textExtent(headline).x;
        Font large = wide > room && room > 0 ? fonts.at(100 * room / wide, SWT.NORMAL) : getFont();
        gc.setFont(large);
        Point headExtent = gc.textExtent(headline);
        Font small = fonts.at(smallPercent(), SWT.NORMAL);
        gc.setFont(small);
        List<String> lines = TextFit.lines(gc, line, room);
        int lineHeight = gc.getFontMetrics().getHeight();
        int pictureHeight = glyph.isPresent() ? disc + gap : 0;
        int y = (size.y - pictureHeight - headExtent.y - lines.size() * lineHeight) / 2;
        if (glyph.isPresent()) {
            gc.setBackground(paint.pressed());
            gc.fillOval((size.x - disc) / 2, y, disc, disc);
            gc.setForeground(paint.accent());
            glyph.get().draw(gc, (size.x - picture) / 2, y + (disc - picture) / 2, picture);
        }
        y += pictureHeight;
        gc.setForeground(getForeground());
        gc.setFont(large);
        gc.drawText(headline, (size.x - headExtent.x) / 2, y, true);
        y += headExtent.y + 4;
        gc.setFont(small);
        gc.setForeground(paint.muted());
        for (String part : lines) {
            gc.drawText(part, (size.x - gc.textExtent(part).x) / 2, y, true);
            y += lineHeight;
        }
    }

    /** Under a very large headline the second line stays readable without competing. */
    private int smallPercent() {
        return getFont().getFontData()[0].getHeight() > Scale.px(this, 24) ? 35 : 70;
    }
}
