package outpost.till.ui.internal;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scrolling;

/** A strip of receipt paper in a fixed-width font, torn off at its end; a long one scrolls. */
public final class ReceiptPaper extends Canvas implements Painted {
    private static final int MARGIN = 20;
    private static final int TOOTH = 8;
    private static final int LEADING = 5;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Scrolling scrolling = new Scrolling(this, point -> {});
    private List<String> lines = List.of();

    public ReceiptPaper(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.V_SCROLL);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> measure());
    }

    public void show(List<String> receipt) {
        if (!lines.equals(receipt)) {
            lines = receipt;
            measure();
            scrolling.reveal(0, 0);
        }
    }

    /** The receipt as it is printed. */
    public String getText() {
        return String.join("\n", lines);
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void measure() {
        GC gc = new GC(this);
        scrolling.contentHeight(end(gc) + TOOTH + 1);
        gc.dispose();
        redraw();
    }

    private int end(GC gc) {
        gc.setFont(font(gc));
        return 2 * MARGIN + lines.size() * (gc.getFontMetrics().getHeight() + LEADING);
    }

    /** The font, or as much smaller as it must be for the longest line to fit. */
    private Font font(GC gc) {
        gc.setFont(getFont());
        int wide = lines.stream().mapToInt(line -> gc.textExtent(line).x).max().orElse(0);
        int room = getClientArea().width - 2 * MARGIN;
        return wide <= room || room <= 0 ? getFont() : fonts.at(100 * room / wide, SWT.NORMAL);
    }

    private void draw(GC gc) {
        gc.setAntialias(SWT.ON);
        int width = getClientArea().width;
        int top = -scrolling.offset();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(getClientArea());
        paper(gc, top, top + end(gc), width);
        gc.setForeground(getForeground());
        int left = (width
                        - lines.stream()
                                .mapToInt(line -> gc.textExtent(line).x)
                                .max()
                                .orElse(0))
                / 2;
        int y = top + MARGIN;
        for (String line : lines) {
            gc.drawText(line, left, y, true);
            y += gc.getFontMetrics().getHeight() + LEADING;
        }
    }

    private void paper(GC gc, int top, int end, int width) {
        int teeth = Math.max(1, width / (2 * TOOTH));
        int[] outline = new int[2 * (2 * teeth + 4)];
        int i = 0;
        outline[i++] = 0;
        outline[i++] = top;
        outline[i++] = width - 1;
        outline[i++] = top;
        outline[i++] = width - 1;
        outline[i++] = end;
        for (int tooth = teeth; tooth > 0; tooth--) {
            outline[i++] = width * (2 * tooth - 1) / (2 * teeth);
            outline[i++] = end + TOOTH;
            outline[i++] = width * (2 * tooth - 2) / (2 * teeth);
            outline[i++] = end;
        }
        outline[i++] = 0;
        outline[i] = top;
        gc.setBackground(getBackground());
        gc.fillPolygon(outline);
        gc.setForeground(paint.edge());
        gc.drawPolyline(outline);
    }
}
