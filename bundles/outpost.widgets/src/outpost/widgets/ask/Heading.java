package outpost.widgets.ask;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;
import outpost.widgets.TextFit;

/** What is asked, large, and what for, below. It has the focus where the answer is not typed. */
final class Heading extends Canvas implements Painted {
    private static final int USUAL_WIDTH = 480;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final String title;
    private final String explanation;

    Heading(Composite parent, Question question, Consumer<Event> key) {
        super(parent, SWT.DOUBLE_BUFFERED);
        title = question.title();
        explanation = question.explanation();
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
        addListener(SWT.KeyDown, key::accept);
    }

    /** The question as it is shown. */
    public String getText() {
        return explanation.isEmpty() ? title : title + "\n" + explanation;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? Scale.px(this, USUAL_WIDTH) : widthHint;
        GC gc = new GC(this);
        int height = lay(gc, width, false);
        gc.dispose();
        return new Point(width, height);
    }

    private void draw(GC gc) {
        lay(gc, getSize().x, true);
    }

    /** Answers the height; draws if told so. */
    private int lay(GC gc, int width, boolean drawing) {
        int y = 0;
        gc.setFont(fonts.at(150, SWT.BOLD));
        gc.setForeground(getForeground());
        y = texts(gc, TextFit.lines(gc, title, width), y, drawing);
        if (!explanation.isEmpty()) {
            gc.setFont(fonts.at(100, SWT.NORMAL));
            gc.setForeground(paint.muted());
            for (String paragraph : explanation.split("\n")) {
                y = texts(gc, TextFit.lines(gc, paragraph, width), y + Scale.px(this, 4), drawing);
            }
        }
        return y + Scale.px(this, 4);
    }

    private static int texts(GC gc, List<String> lines, int top, boolean drawing) {
        int y = top;
        for (String line : lines) {
            if (drawing) {
                gc.drawText(line, 0, y, true);
            }
            y += gc.getFontMetrics().getHeight();
        }
        return y;
    }
}
