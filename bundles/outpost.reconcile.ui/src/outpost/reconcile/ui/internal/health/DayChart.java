package outpost.reconcile.ui.internal.health;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;
import outpost.widgets.TextFit;

/** The day's hours side by side: how much went out as a bar, what went wrong as a mark below it. */
final class DayChart extends Canvas implements Painted {
    private static final int LABEL_EVERY = 6;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final ZoneId zone;
    private List<Hour> hours = List.of();
    private String title = "";
    private String line = "";

    DayChart(Composite parent, ZoneId zone) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.zone = zone;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    void show(List<Hour> shown, String newTitle, String newLine) {
        hours = shown;
        title = newTitle;
        line = newLine;
        redraw();
    }

    /** What it shows, in words. */
    public String getText() {
        return title + "\n" + line;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setFont(fonts.at(108, SWT.BOLD));
        gc.setForeground(getForeground());
        gc.drawText(title, 0, 0, true);
        int titleWidth = gc.textExtent(title + "   ").x;
        int top = gc.getFontMetrics().getHeight();
        gc.setFont(fonts.at(92, SWT.NORMAL));
        gc.setForeground(paint.muted());
        String fitting = TextFit.oneLine(gc, line, Math.max(0, size.x - titleWidth));
        gc.drawText(fitting, size.x - gc.textExtent(fitting).x, 2, true);
        if (!hours.isEmpty()) {
            bars(gc, top + Scale.px(this, 10), size);
        }
    }

    private void bars(GC gc, int top, Point size) {
        int labels = gc.getFontMetrics().getHeight() + Scale.px(this, 4);
        int marks = Scale.px(this, 12);
        int base = size.y - labels - marks;
        int room = Math.max(1, base - top);
        long most = Math.max(1, hours.stream().mapToLong(Hour::sent).max().orElse(1));
        int gap = Math.max(1, Scale.px(this, 4));
        for (int place = 0; place < hours.size(); place++) {
            Hour hour = hours.get(place);
            int left = place * size.x / hours.size();
            int width = Math.max(2, (place + 1) * size.x / hours.size() - left - gap);
            gc.setBackground(paint.edge());
            gc.fillRectangle(left, base, width, 1);
            int height = Math.toIntExact(room * hour.sent() / most);
            if (hour.sent() > 0) {
                gc.setBackground(paint.accent());
                gc.fillRoundRectangle(left, base - Math.max(2, height), width, Math.max(2, height), 4, 4);
            }
            if (hour.failures() > 0) {
                gc.setBackground(paint.off());
                int dot = Math.min(width, Scale.px(this, 8));
                gc.fillOval(left + (width - dot) / 2, base + (marks - dot) / 2 + 1, dot, dot);
            }
            if (place % LABEL_EVERY == 0 || place == hours.size() - 1) {
                label(gc, hour, left, size, base + marks);
            }
        }
    }

    private void label(GC gc, Hour hour, int left, Point size, int y) {
        String text =
                String.format(Locale.ROOT, "%02d:00", hour.begin().atZone(zone).getHour());
        gc.setForeground(paint.muted());
        gc.drawText(text, Math.min(left, size.x - gc.textExtent(text).x), y, true);
    }
}
