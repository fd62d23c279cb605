package outpost.widgets;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

/** Moves the content of a canvas by wheel, scroll bar and finger, and tells a finger that taps from one that scrolls. */
public final class Scrolling {
    private static final int SLACK = 8;
    private static final int WHEEL_STEP = 32;

    private final Canvas canvas;
    private final Consumer<Point> tapped;
    private int contentHeight;
    private int offset;
    private Optional<Point> down = Optional.empty();
    private int offsetAtDown;
    private boolean dragging;

    /** @param canvas made with {@code SWT.V_SCROLL} */
    public Scrolling(Canvas canvas, Consumer<Point> tapped) {
        this.canvas = canvas;
        this.tapped = tapped;
        canvas.addListener(SWT.Resize, event -> adjust());
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseVerticalWheel, event -> scrollTo(offset - event.count * WHEEL_STEP));
        bar().addListener(SWT.Selection, event -> scrollTo(bar().getSelection()));
    }

    /** How many pixels of the content lie above the canvas. */
    public int offset() {
        return offset;
    }

    public void contentHeight(int pixels) {
        contentHeight = pixels;
        adjust();
    }

    /** Scrolls as little as is needed to show that part of the content. */
    public void reveal(int top, int height) {
        int visible = canvas.getClientArea().height;
        scrollTo(Math.max(Math.min(offset, top), top + height - visible));
    }

    private void scrollTo(int wanted) {
        int most = Math.max(0, contentHeight - canvas.getClientArea().height);
        int before = offset;
        offset = Math.max(0, Math.min(wanted, most));
        bar().setSelection(offset);
        if (offset != before) {
            canvas.redraw();
        }
    }

    private void adjust() {
        int visible = Math.max(1, canvas.getClientArea().height);
        bar().setVisible(contentHeight > visible);
        bar().setValues(offset, 0, Math.max(contentHeight, visible), visible, WHEEL_STEP, visible);
        scrollTo(offset);
    }

    private void down(Event event) {
        if (event.button == 1) {
            down = Optional.of(new Point(event.x, event.y));
            offsetAtDown = offset;
            dragging = false;
        }
    }

    private void move(Event event) {
        down.ifPresent(start -> {
            dragging |= Math.abs(event.y - start.y) > SLACK;
            if (dragging) {
                scrollTo(offsetAtDown + start.y - event.y);
            }
        });
    }

    private void up(Event event) {
        boolean tap = down.isPresent() && !dragging;
        down = Optional.empty();
        if (tap) {
            tapped.accept(new Point(event.x, event.y));
        }
    }

    private ScrollBar bar() {
        return canvas.getVerticalBar();
    }
}
