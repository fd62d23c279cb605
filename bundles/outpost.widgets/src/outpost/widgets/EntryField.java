package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A large rounded text field, with a picture in front of the text and an edge that shows whether it has the focus. */
public final class EntryField extends Composite implements Painted {
    private static final int MARGIN = 18;
    private static final int PICTURE = 20;

    private final Paint paint = new Paint();
    private final Text text;
    private final Glyph glyph;

    public EntryField(Composite parent, Glyph glyph, String placeholder) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.glyph = glyph;
        text = new Text(this, SWT.SINGLE);
        text.setMessage(placeholder);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> place());
        addListener(SWT.MouseDown, event -> text.setFocus());
        text.addListener(SWT.FocusIn, event -> redraw());
        text.addListener(SWT.FocusOut, event -> redraw());
    }

    /** The text widget itself, for its listeners and its content. */
    public Text text() {
        return text;
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point inner = text.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed);
        return new Point(
                widthHint == SWT.DEFAULT ? inner.x + 3 * MARGIN + PICTURE : widthHint,
                heightHint == SWT.DEFAULT ? Math.max(60, inner.y + 16) : heightHint);
    }

    private void place() {
        Rectangle area = getClientArea();
        int height = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        int left = MARGIN + PICTURE + 8;
        text.setBounds(left, (area.height - height) / 2, Math.max(0, area.width - left - MARGIN), height);
        redraw();
    }

    private void draw(GC gc) {
        Card.sheet(gc, this, getBackground(), text.isFocusControl() ? paint.accent() : paint.edge(), paint.radius());
        gc.setForeground(paint.muted());
        glyph.draw(gc, MARGIN, (getSize().y - PICTURE) / 2, PICTURE);
    }
}
