package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.sales.TicketAmounts;
import outpost.values.Money;
import outpost.widgets.Amounts;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;

/** Due, handed over, and change: three amounts that a customer reads too. It has the focus while the ticket is paid. */
final class CashPanel extends Canvas implements Painted {
    private static final int INSET = 24;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final SellMessages texts;
    private final Amounts amounts;
    private Row due = new Row("", "");
    private Row handed = new Row("", "");
    private Row rest = new Row("", "");
    private boolean enough;

    private record Row(String label, String amount) {}

    CashPanel(Composite parent, SellMessages texts, Amounts amounts) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.texts = texts;
        this.amounts = amounts;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    /** @param typed what is being handed over in cash */
    void show(TicketAmounts sums, Money typed) {
        Money open = sums.dueInCash();
        if (sums.total().isNegative()) {
            enough = true;
            due = new Row(texts.toPayOut(), amounts.of(open.negated()));
            handed = new Row("", "");
            rest = new Row("", "");
        } else {
            Money left = open.minus(typed);
            enough = left.minor() <= 0;
            due = new Row(texts.toPay(), amounts.of(open));
            handed = new Row(texts.amountReceived(), amounts.of(typed));
            rest = enough
                    ? new Row(texts.change(), amounts.of(left.negated()))
                    : new Row(texts.stillToPay(), amounts.of(left));
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
        int gap = Scale.px(this, 8);
        gc.setAntialias(SWT.ON);
        gc.setForeground(paint.accent());
        gc.setLineWidth(2);
        gc.drawRoundRectangle(
                1, height + gap, getSize().x - 2, height - 2 * gap, 2 * paint.radius(), 2 * paint.radius());
        gc.setLineWidth(1);
    }

    private void row(GC gc, Row row, int top, int height, Color color) {
        int inset = Scale.px(this, INSET);
        int middle = top + height / 2;
        gc.setForeground(paint.muted());
        gc.setFont(fonts.at(100, SWT.NORMAL));
        Point label = gc.textExtent(row.label());
        gc.drawText(row.label(), inset, middle - label.y / 2, true);
        gc.setForeground(color);
        gc.setFont(fonts.at(280, SWT.BOLD));
        Point amount = gc.textExtent(row.amount());
        if (amount.x > getSize().x - 3 * inset - label.x) {
            gc.setFont(fonts.at(190, SWT.BOLD));
            amount = gc.textExtent(row.amount());
        }
        gc.drawText(row.amount(), getSize().x - inset - amount.x, middle - amount.y / 2, true);
    }
}
