package outpost.till.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scrolling;
import outpost.widgets.TextFit;

/** A strip of receipt paper, torn off at its end; a long one scrolls. */
final class ReceiptPaper extends Canvas implements Painted {
    private static final int MARGIN = 20;
    private static final int TOOTH = 8;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Scrolling scrolling = new Scrolling(this, point -> {});
    private List<ReceiptText.Line> lines = List.of();

    ReceiptPaper(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.V_SCROLL);
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    void show(List<ReceiptText.Line> receipt) {
        if (!lines.equals(receipt)) {
            lines = receipt;
            GC gc = new GC(this);
            scrolling.contentHeight(2 * MARGIN
                    + 2 * TOOTH
                    + lines.stream().mapToInt(line -> height(gc, line.look())).sum());
            gc.dispose();
            scrolling.reveal(0, 0);
            redraw();
        }
    }

    /** The receipt's words, a line each. */
    public String getText() {
        return lines.stream().map(line -> line.left() + " " + line.right()).collect(Collectors.joining("\n"));
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        gc.setAntialias(SWT.ON);
        int width = getClientArea().width;
        int y = -scrolling.offset();
        int end = y
                + 2 * MARGIN
                + TOOTH
                + lines.stream().mapToInt(line -> height(gc, line.look())).sum();
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(getClientArea());
        paper(gc, y, end, width);
        y += MARGIN;
        for (ReceiptText.Line line : lines) {
            line(gc, line, y, width);
            y += height(gc, line.look());
        }
    }

    private void paper(GC gc, int top, int end, int width) {
        int teeth = width / (2 * TOOTH);
        int[] outline = new int[2 * (2 * teeth + 4)];
        int i = 0;
        outline[i++] = 0;
        outline[i++] = top;
        outline[i++] = width;
        outline[i++] = top;
        outline[i++] = width;
        outline[i++] = end;
        for (int tooth = teeth; tooth > 0; tooth--) {
            outline[i++] = width * (2 * tooth - 1) / (2 * teeth);
            outline[i++] = end + TOOTH;
            outline[i++] = width * (2 * tooth - 2) / (2 * teeth);
            outline[i++] = end;
        }
        outline[i++] = 0;
        outline[i] = end;
        gc.setBackground(getBackground());
        gc.fillPolygon(outline);
        gc.setForeground(paint.edge());
        gc.drawPolyline(outline);
    }

    private void line(GC gc, ReceiptText.Line line, int y, int width) {
        gc.setForeground(line.look() == ReceiptText.Look.SMALL ? paint.muted() : getForeground());
        look(gc, line.look());
        int inner = width - 2 * MARGIN;
        switch (line.look()) {
            case RULE -> {
                gc.setForeground(paint.edge());
                gc.setLineStyle(SWT.LINE_DASH);
                gc.drawLine(MARGIN, y + 8, width - MARGIN, y + 8);
                gc.setLineStyle(SWT.LINE_SOLID);
            }
            case TITLE, CENTRED -> {
                String fitting = TextFit.oneLine(gc, line.left(), inner);
                gc.drawText(fitting, (width - gc.textExtent(fitting).x) / 2, y, true);
            }
            default -> {
                Point right = gc.textExtent(line.right());
                gc.drawText(TextFit.oneLine(gc, line.left(), inner - right.x - 12), MARGIN, y, true);
                gc.drawText(line.right(), width - MARGIN - right.x, y, true);
            }
        }
    }

    private int height(GC gc, ReceiptText.Look look) {
        if (look == ReceiptText.Look.RULE) {
            return 17;
        }
        look(gc, look);
        return gc.getFontMetrics().getHeight() + 4;
    }

    private void look(GC gc, ReceiptText.Look look) {
        gc.setFont(
                switch (look) {
                    case TITLE -> fonts.at(135, SWT.BOLD);
                    case TOTAL -> fonts.at(135, SWT.BOLD);
                    case SMALL -> fonts.at(88, SWT.NORMAL);
                    default -> fonts.at(100, SWT.NORMAL);
                });
    }
}
