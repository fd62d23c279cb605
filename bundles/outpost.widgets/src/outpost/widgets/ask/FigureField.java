package outpost.widgets.ask;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Card;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;

/** A figure as it is being typed, at the right and large. */
final class FigureField extends Canvas implements Painted {
    private static final int INSET = 20;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private String text = "";
    private boolean faint;

    FigureField(Composite parent, Consumer<Event> key) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.KeyDown, key::accept);
        addListener(SWT.MouseDown, event -> forceFocus());
    }

    /** @param isFaint whether nothing was typed yet */
    void show(String shown, boolean isFaint) {
        text = shown;
        faint = isFaint;
        redraw();
    }

    public String getText() {
        return text;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        Card.sheet(gc, this, getBackground(), isFocusControl() ? paint.accent() : paint.edge(), paint.radius());
        gc.setForeground(faint ? paint.muted() : getForeground());
        gc.setFont(fonts.at(220, SWT.BOLD));
        Point extent = gc.textExtent(text);
        gc.drawText(text, getSize().x - extent.x - Scale.px(this, INSET), (getSize().y - extent.y) / 2, true);
    }
}
