package outpost.reconcile.ui.internal;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.TextFit;

/** The selected event in sentences: what it is, why it is here, what to do. */
final class EventDetail extends Canvas implements Painted {
    private static final int GAP = 14;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final QueueMessages messages;
    private Optional<QueuedEvent> event = Optional.empty();

    EventDetail(Composite parent, QueueMessages messages) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.messages = messages;
        addListener(SWT.Paint, paintEvent -> draw(paintEvent.gc));
        addListener(SWT.Resize, resize -> redraw());
    }

    void show(Optional<QueuedEvent> selected) {
        event = selected;
        redraw();
    }

    /** All sentences. */
    public String getText() {
        return event.map(shown -> String.join("\n", shown.title(), shown.reason(), shown.advice(), shown.technical()))
                .orElse("");
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        if (event.isEmpty()) {
            paragraph(gc, 0, messages.selectEvent(), fonts.at(100, SWT.NORMAL), paint.muted());
            return;
        }
        QueuedEvent shown = event.get();
        int y = paragraph(
                gc, 0, (shown.title() + " " + shown.number()).strip(), fonts.at(115, SWT.BOLD), getForeground());
        y = paragraph(gc, y, shown.time() + "   " + shown.amount(), fonts.at(100, SWT.NORMAL), paint.muted()) + GAP;
        Color color = shown.parked() ? paint.accent() : getForeground();
        y = paragraph(gc, y, shown.reason(), fonts.at(110, SWT.BOLD), color) + GAP;
        y = paragraph(gc, y, shown.advice(), fonts.at(105, SWT.NORMAL), getForeground()) + GAP;
        gc.setForeground(paint.edge());
        gc.drawLine(0, y, getSize().x, y);
        y += GAP;
        for (String line : shown.technical().split("\n")) {
            y = paragraph(gc, y, line, fonts.at(88, SWT.NORMAL), paint.muted());
        }
    }

    /** Draws wrapped text and answers where it ends. */
    private int paragraph(GC gc, int top, String text, Font font, Color color) {
        gc.setFont(font);
        gc.setForeground(color);
        int y = top;
        for (String line : TextFit.lines(gc, text, getSize().x)) {
            gc.drawText(line, 0, y, true);
            y += gc.getFontMetrics().getHeight() + 2;
        }
        return y;
    }
}
