package outpost.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A large rounded text field of one line, with a picture in front of the text and an edge that shows whether it has the focus.
 *
 * <p>It stands on {@link StyledText} because GTK paints a frame of its own into every native field.
 */
public final class EntryField extends Composite implements Painted {
    private static final int CARET_WIDTH = 2;

    private final int margin = Scale.px(this, 18);
    private final int picture = Scale.px(this, 20);
    private final Paint paint = new Paint();
    private final StyledText text;
    private final Glyph glyph;
    private final String placeholder;
    private Consumer<String> entered = line -> {};

    public EntryField(Composite parent, Glyph glyph, String placeholder) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.glyph = glyph;
        this.placeholder = placeholder;
        text = new StyledText(this, SWT.SINGLE);
        // It would blink: a frame twice a second for ever, for which a scan's line has to wait.
        text.setCaret(null);
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> place());
        addListener(SWT.MouseDown, event -> text.setFocus());
        text.addListener(SWT.Paint, event -> drawPlaceholder(event.gc));
        text.addListener(SWT.Paint, event -> drawCaret(event.gc));
        text.addCaretListener(event -> text.redraw());
        text.addListener(SWT.FocusIn, event -> redrawAll());
        text.addListener(SWT.FocusOut, event -> redrawAll());
        text.addListener(SWT.KeyDown, this::key);
    }

    public EntryField onChange(Consumer<String> listener) {
        text.addListener(SWT.Modify, event -> {
            text.redraw();
            listener.accept(text.getText());
        });
        return this;
    }

    /** Hears the text when Enter is pressed. */
    public EntryField onEnter(Consumer<String> listener) {
        entered = listener;
        return this;
    }

    /** Lets the listener see each key before the field takes it; a key whose {@code doit} it clears does nothing here. */
    public EntryField onKey(Consumer<Event> listener) {
        text.addVerifyKeyListener(verify -> {
            Event event = new Event();
            event.keyCode = verify.keyCode;
            event.character = verify.character;
            event.stateMask = verify.stateMask;
            listener.accept(event);
            verify.doit = event.doit;
        });
        return this;
    }

    public String getText() {
        return text.getText();
    }

    /** Replaces the text if it is another one; the caret goes behind it. */
    public void setText(String line) {
        if (!text.getText().equals(line)) {
            text.setText(line);
            text.setCaretOffset(line.length());
        }
    }

    /** Puts a character where the caret is, as its key would. */
    public void type(String character) {
        text.insert(character);
        text.setCaretOffset(text.getCaretOffset() + character.length());
    }

    /** Takes the last character away. */
    public void deleteLast() {
        String typed = text.getText();
        if (!typed.isEmpty()) {
            setText(typed.substring(0, typed.length() - 1));
        }
    }

    public void setEditable(boolean editable) {
        text.setEditable(editable);
    }

    /** A closing window passes the focus on among fields of which some are gone already; those answer false. */
    @Override
    public boolean setFocus() {
        return !text.isDisposed() && text.setFocus();
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point inner = text.computeSize(SWT.DEFAULT, SWT.DEFAULT, changed);
        return new Point(
                widthHint == SWT.DEFAULT ? inner.x + 3 * margin + picture : widthHint,
                heightHint == SWT.DEFAULT ? Math.max(Scale.px(this, 60), inner.y + 16) : heightHint);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            entered.accept(text.getText());
        }
    }

    private void place() {
        Rectangle area = getClientArea();
        int height = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        int left = margin + picture + 12;
        text.setBounds(left, (area.height - height) / 2, Math.max(0, area.width - left - margin), height);
        redraw();
    }

    private void draw(GC gc) {
        Card.sheet(gc, this, getBackground(), text.isFocusControl() ? paint.accent() : paint.edge(), paint.radius());
        gc.setForeground(paint.muted());
        glyph.draw(gc, margin, (getSize().y - picture) / 2, picture);
    }

    private void redrawAll() {
        redraw();
        text.redraw();
    }

    /** Stands still. */
    private void drawCaret(GC gc) {
        if (text.isFocusControl()) {
            Point at = text.getLocationAtOffset(text.getCaretOffset());
            gc.setBackground(text.getForeground());
            gc.fillRectangle(at.x, at.y, Scale.px(this, CARET_WIDTH), text.getLineHeight());
        }
    }

    private void drawPlaceholder(GC gc) {
        if (text.getCharCount() == 0) {
            gc.setForeground(paint.muted());
            gc.drawText(TextFit.oneLine(gc, placeholder, text.getClientArea().width - 4), 2, 0, true);
        }
    }
}
