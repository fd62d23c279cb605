package outpost.widgets;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A sentence that must be read, in a coloured sheet; long ones wrap. */
public final class Banner extends Canvas implements Painted {
    private final int margin = Scale.px(this, 16);
    private final int picture = Scale.px(this, 20);
    private final Paint paint = new Paint();
    private String text = "";

    public Banner(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    public void setText(String text) {
        this.text = text;
        redraw();
    }

    public String getText() {
        return text;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Scale.px(this, 480) : widthHint;
        GC gc = new GC(this);
        int height = lines(gc, width).size() * gc.getFontMetrics().getHeight() + 2 * margin;
        gc.dispose();
        return new Point(width, height);
    }

    private List<String> lines(GC gc, int width) {
        return TextFit.lines(gc, text, width - 3 * margin - picture);
    }

    private void draw(GC gc) {
        Card.sheet(gc, this, getBackground(), paint.edge(), paint.radius());
        gc.setForeground(getForeground());
        Glyph.ALERT.draw(gc, margin, (getSize().y - picture) / 2, picture);
        List<String> lines = lines(gc, getSize().x);
        int lineHeight = gc.getFontMetrics().getHeight();
        int y = (getSize().y - lines.size() * lineHeight) / 2;
        for (String line : lines) {
            gc.drawText(line, 2 * margin + picture, y, true);
            y += lineHeight;
        }
    }
}
