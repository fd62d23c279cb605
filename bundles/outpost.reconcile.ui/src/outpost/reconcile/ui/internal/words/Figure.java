package outpost.reconcile.ui.internal.words;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Card;
import outpost.widgets.Fonts;
import outpost.widgets.Grids;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Style;
import outpost.widgets.TextFit;

/** One figure with its name above. */
public final class Figure extends Canvas implements Painted {
    private static final int LARGEST = 170;
    private static final int SMALLEST = 90;
    private static final int STEP = 20;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final String label;
    private String value = "";

    public Figure(Composite parent, String label) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.label = label;
        addListener(SWT.Paint, event -> draw(event.gc));
    }

    /** On a sheet of its own. */
    public static Figure on(Composite parent, String label, String key) {
        Card card = new Card(parent);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 10));
        Figure figure = Style.key(new Figure(card, label), key);
        figure.setLayoutData(Grids.all());
        return figure;
    }

    /** @param cssClass how much it matters */
    public void show(String newValue, String cssClass) {
        value = newValue;
        Style.classes(this, cssClass);
        redraw();
    }

    public String getText() {
        return value;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        gc.setFont(getFont());
        gc.setForeground(paint.muted());
        gc.drawText(TextFit.oneLine(gc, label, getSize().x - 8), 4, 0, true);
        gc.setForeground(getForeground());
        for (int percent = LARGEST; percent >= SMALLEST; percent -= STEP) {
            gc.setFont(fonts.at(percent, SWT.BOLD));
            if (gc.textExtent(value).x <= getSize().x - 8) {
                break;
            }
        }
        String fitting = TextFit.oneLine(gc, value, getSize().x - 8);
        gc.drawText(fitting, 4, getSize().y - gc.getFontMetrics().getHeight(), true);
    }
}
