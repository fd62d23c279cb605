package outpost.till.ui.internal.login;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Card;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;
import outpost.widgets.TextFit;

/** Whose PIN is typed, or what is wrong with it, and a dot for each digit. Nothing below it moves, whatever it says. */
final class PinDots extends Canvas implements Painted {
    private final int dot = Scale.px(this, 14);
    private final int gap = Scale.px(this, 12);
    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private String label = "";
    private int digits;

    PinDots(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    void show(String newLabel, int newDigits) {
        label = newLabel;
        digits = newDigits;
        redraw();
    }

    /** The label, and a dot for each digit. */
    public String getText() {
        return (label + " " + "●".repeat(digits)).strip();
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        Point size = getSize();
        Card.sheet(gc, this, getBackground(), digits > 0 ? paint.accent() : paint.edge(), paint.radius());
        gc.setFont(fonts.at(100, SWT.NORMAL));
        gc.setForeground(paint.muted());
        List<String> lines = TextFit.lines(gc, label, size.x - 2 * gap);
        int lineHeight = gc.getFontMetrics().getHeight();
        int y = (size.y - lines.size() * lineHeight - gap - dot) / 2;
        for (String line : lines) {
            gc.drawText(line, (size.x - gc.textExtent(line).x) / 2, y, true);
            y += lineHeight;
        }
        gc.setBackground(getForeground());
        int x = (size.x - digits * dot - Math.max(0, digits - 1) * gap) / 2;
        for (int i = 0; i < digits; i++) {
            gc.fillOval(x + i * (dot + gap), y + gap / 2, dot, dot);
        }
    }
}
