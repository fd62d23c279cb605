package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;

/** Due, handed over, and change: three amounts that a customer reads too. It has the focus while cash is taken. */
final class CashPanel extends Canvas implements Painted {
    private static final int INSET = 24;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final MoneyText money;
    private Row due = new Row("", "");
    private Row handed = new Row("", "");
    private Row rest = new Row("", "");
    private boolean enough;

    private record Row(String label, String amount) {}

    CashPanel(Composite parent, MoneyText money) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.money = money;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    void show(Payment payment) {
        enough = payment.isEnough();
        if (payment.isPayOut()) {
            due = new Row("To pay out", money.of(payment.due().negated()));
            handed = new Row("", "");
            rest = new Row("", "");
        } else {
            due = new Row("To pay", money.of(payment.due()));
            handed = new Row("Cash received", money.of(payment.handed()));
            rest = enough
                    ? new Row("Change", money.of(payment.change()))
                    : new Row("Still to pay", money.of(payment.missing()));
        }
        redraw();
    }

    /** The last amount as it is shown: the change, or what is missing. */
    public String getText() {
        return rest.label() + " " + rest.amount();
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        int third = getSize().y / 3;
        row(gc, due, 0, third, getForeground());
        if (!handed.label().isEmpty()) {
            field(gc, third);
        }
        row(gc, handed, third, third, getForeground());
        row(gc, rest, 2 * third, third, enough ? paint.accent() : paint.muted());
    }

    /** Where the typed digits go. */
    private void field(GC gc, int height) {
        gc.setAntialias(SWT.ON);
        gc.setForeground(paint.accent());
        gc.setLineWidth(2);
        gc.drawRoundRectangle(1, height + 12, getSize().x - 2, height - 24, 2 * paint.radius(), 2 * paint.radius());
        gc.setLineWidth(1);
    }

    private void row(GC gc, Row row, int top, int height, Color color) {
        gc.setForeground(paint.muted());
        gc.setFont(fonts.at(100, SWT.NORMAL));
        Point label = gc.textExtent(row.label());
        int middle = top + height / 2;
        gc.drawText(row.label(), INSET, middle - label.y / 2, true);
        gc.setForeground(color);
        gc.setFont(fonts.at(280, SWT.BOLD));
        Point amount = gc.textExtent(row.amount());
        gc.drawText(row.amount(), getSize().x - INSET - amount.x, middle - amount.y / 2, true);
    }
}
