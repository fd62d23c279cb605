package outpost.widgets;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A few paragraphs to be read; what does not fit is scrolled to. It never takes the focus. */
public final class Prose extends Canvas implements Painted {
    private static final int GAP = 8;
    private static final int LEADING = 2;

    private final int gap = Scale.px(this, GAP);
    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Scrolling scrolling = new Scrolling(this, point -> {});
    private List<Paragraph> paragraphs = List.of();

    /** How much a paragraph matters. */
    public enum Weight {
        TITLE,
        STRONG,
        PLAIN,
        QUIET,
        /** What a person must act upon. */
        ALARM,
        /** A line across; its text is not shown. */
        RULE
    }

    /** @param text line feeds begin a new line */
    public record Paragraph(Weight weight, String text) {}

    public Prose(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.V_SCROLL);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> measure());
        scrolling.contentHeight(0);
    }

    public void show(List<Paragraph> shown) {
        if (!paragraphs.equals(shown)) {
            paragraphs = List.copyOf(shown);
            measure();
            scrolling.reveal(0, 0);
        }
    }

    /** All that is written, for whoever reads the screen. */
    public String getText() {
        return paragraphs.stream().map(Paragraph::text).collect(Collectors.joining("\n"));
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void measure() {
        GC gc = new GC(this);
        scrolling.contentHeight(write(gc, 0, false));
        gc.dispose();
        redraw();
    }

    private void draw(GC gc) {
        gc.setBackground(getBackground());
        gc.fillRectangle(getClientArea());
        write(gc, -scrolling.offset(), true);
    }

    /** Answers where the last paragraph ends. */
    private int write(GC gc, int top, boolean visibly) {
        int y = top;
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.weight() == Weight.RULE) {
                if (visibly) {
                    gc.setForeground(paint.edge());
                    gc.drawLine(0, y + gap / 2, getClientArea().width, y + gap / 2);
                }
                y += 2 * gap;
            } else {
                y = write(gc, y, paragraph, visibly) + gap;
            }
        }
        return y;
    }

    private int write(GC gc, int top, Paragraph paragraph, boolean visibly) {
        gc.setFont(font(paragraph.weight()));
        gc.setForeground(colour(paragraph.weight()));
        int y = top;
        for (String part : paragraph.text().split("\n", -1)) {
            for (String line : TextFit.lines(gc, part, getClientArea().width)) {
                if (visibly) {
                    gc.drawText(line, 0, y, true);
                }
                y += gc.getFontMetrics().getHeight() + LEADING;
            }
        }
        return y;
    }

    private Font font(Weight weight) {
        return switch (weight) {
            case TITLE -> fonts.at(125, SWT.BOLD);
            case STRONG, ALARM -> fonts.at(108, SWT.BOLD);
            case QUIET -> fonts.at(92, SWT.NORMAL);
            case PLAIN, RULE -> fonts.at(104, SWT.NORMAL);
        };
    }

    private Color colour(Weight weight) {
        return switch (weight) {
            case ALARM -> paint.accent();
            case QUIET -> paint.muted();
            case TITLE, STRONG, PLAIN, RULE -> getForeground();
        };
    }
}
