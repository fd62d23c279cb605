package outpost.widgets;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A button for fingers that never takes the focus, so that a scanner's keystrokes go on arriving where they belong.
 *
 * <p>Its key is shown on it, and works through {@link Shortcuts} exactly while the button can be seen and is enabled.
 */
public final class TouchButton extends Canvas implements Painted {
    private static final int PADDING = 18;
    private static final int INSET = 4;
    private static final int USUAL = 100;
    private static final int STEP = 8;
    private static final int LEAST = 68;
    private static final int LARGE_TEXT = 16;
    private static final int MIN_HEIGHT = 56;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Runnable action;
    private String text = "";
    private String keyName = "";
    private boolean keyShown = true;
    private int key = SWT.NONE;
    private Optional<Glyph> glyph = Optional.empty();
    private boolean pressed;
    private boolean hovered;

    public TouchButton(Composite parent, String text, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.action = action;
        this.text = text;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.MouseDown, this::down);
        addListener(SWT.MouseUp, this::up);
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.Resize, event -> redraw());
        speak();
    }

    /**
     * Shows that key on the button and lets it press the button.
     *
     * @param swtKey with the modifiers that belong to it, as in {@code SWT.SHIFT | SWT.F2}; {@code SWT.NONE} only shows it
     */
    public TouchButton key(int swtKey, String name) {
        key = swtKey;
        keyName = name;
        return this;
    }

    /** Shows the key's name, or leaves it out where room is scarce; the key works either way. */
    public void showKey(boolean shown) {
        if (keyShown != shown) {
            keyShown = shown;
            redraw();
        }
    }

    public TouchButton glyph(Glyph picture) {
        if (!glyph.equals(Optional.of(picture))) {
            glyph = Optional.of(picture);
            redraw();
        }
        return this;
    }

    public void setText(String text) {
        if (!this.text.equals(text)) {
            this.text = text;
            redraw();
        }
    }

    public String getText() {
        return text;
    }

    @Override
    public void setEnabled(boolean enabled) {
        if (enabled != getEnabled()) {
            super.setEnabled(enabled);
            pressed = false;
            redraw();
        }
    }

    @Override
    public Paint paint() {
        return paint;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        int width = contentWidth(gc, USUAL) + 2 * Scale.px(this, PADDING);
        int height = Math.max(Scale.px(this, MIN_HEIGHT), gc.getFontMetrics().getHeight() + Scale.px(this, PADDING));
        gc.dispose();
        return new Point(widthHint == SWT.DEFAULT ? width : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    boolean answersTo(int swtKey) {
        int pressedKey = swtKey == SWT.KEYPAD_CR ? SWT.CR : swtKey;
        return key != SWT.NONE && key == pressedKey && isEnabled() && isVisible();
    }

    /** Does what a tap does. */
    void press() {
        action.run();
    }

    private void down(Event event) {
        if (event.button == 1) {
            pressed = true;
            redraw();
        }
    }

    private void up(Event event) {
        boolean hit = pressed && getClientArea().contains(event.x, event.y);
        pressed = false;
        redraw();
        if (hit) {
            press();
        }
    }

    private void hover(boolean inside) {
        hovered = inside;
        redraw();
    }

    private void draw(GC gc) {
        Point size = getSize();
        if (isEnabled()) {
            Color edge = hovered ? paint.accent() : paint.edge();
            Card.sheet(gc, this, pressed ? paint.pressed() : getBackground(), edge, paint.radius());
            gc.setForeground(getForeground());
        } else {
            Card.sheet(gc, this, paint.disabled(), paint.disabled(), paint.radius());
            gc.setForeground(paint.off());
        }
        int percent = fitting(gc, size.x - 2 * INSET);
        int content = contentWidth(gc, percent);
        int besides = content - textWidth(gc, percent);
        int x = Math.max(INSET, (size.x - content) / 2);
        if (glyph.isPresent()) {
            int picture = pictureSize(gc);
            glyph.get().draw(gc, x, (size.y - picture) / 2, picture);
            x += picture + (text.isEmpty() ? 0 : gap());
        }
        String shown = TextFit.oneLine(gc, text, Math.max(0, size.x - 2 * INSET - besides));
        Point extent = gc.textExtent(shown);
        gc.drawText(shown, x, (size.y - extent.y) / 2, true);
        if (hasKeyCap()) {
            keyCap(gc, x + extent.x + gap(), size.y, percent);
        }
    }

    private void keyCap(GC gc, int x, int height, int percent) {
        gc.setFont(keyFont(percent));
        Point extent = gc.textExtent(keyName);
        int capHeight = extent.y + Scale.px(this, 4);
        int inset = capInset();
        gc.setForeground(isEnabled() ? paint.muted() : paint.off());
        gc.drawRoundRectangle(x, (height - capHeight) / 2, extent.x + 2 * inset, capHeight, inset, inset);
        gc.drawText(keyName, x + inset, (height - extent.y) / 2, true);
    }

    /** The largest of a few sizes of text at which everything fits; the smallest if none does. */
    private int fitting(GC gc, int width) {
        for (int percent = USUAL; percent > LEAST; percent -= STEP) {
            if (contentWidth(gc, percent) <= width) {
                return percent;
            }
        }
        return LEAST;
    }

    private int contentWidth(GC gc, int percent) {
        int width = textWidth(gc, percent);
        gc.setFont(fonts.at(percent, SWT.NORMAL));
        if (glyph.isPresent()) {
            width += pictureSize(gc) + (text.isEmpty() ? 0 : gap());
        }
        if (hasKeyCap()) {
            gc.setFont(keyFont(percent));
            width += gap() + gc.textExtent(keyName).x + 2 * capInset();
            gc.setFont(fonts.at(percent, SWT.NORMAL));
        }
        return width;
    }

    private boolean hasKeyCap() {
        return keyShown && !keyName.isEmpty();
    }

    private int textWidth(GC gc, int percent) {
        gc.setFont(fonts.at(percent, SWT.NORMAL));
        return gc.textExtent(text).x;
    }

    private Font keyFont(int percent) {
        boolean large = getFont().getFontData()[0].getHeight() > Scale.px(this, LARGE_TEXT);
        return fonts.at((large ? 55 : 75) * percent / USUAL, SWT.NORMAL);
    }

    private int capInset() {
        return Scale.px(this, 6);
    }

    private int gap() {
        return Scale.px(this, 10);
    }

    private static int pictureSize(GC gc) {
        return gc.getFontMetrics().getAscent();
    }

    private void speak() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = text;
            }

            @Override
            public void getKeyboardShortcut(AccessibleEvent event) {
                event.result = keyName;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }
}
