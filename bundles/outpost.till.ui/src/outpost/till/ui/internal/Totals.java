package outpost.till.ui.internal;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.protocol.SaleTax;
import outpost.sales.Basket;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;

/** The sums of the basket, the total so large that the customer can read it too. */
final class Totals extends Canvas implements Painted {
    private static final int MARGIN = 8;
    private static final int LINE = 28;
    private static final int PPM_PER_PERCENT_DIGITS = 4;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final MoneyText money;
    private String items = "";
    private String total = "";
    private List<SaleTax> taxes = List.of();

    Totals(Composite parent, MoneyText money) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.money = money;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    void show(Basket basket) {
        int count = basket.lines().size();
        items = count == 1 ? "1 line" : count + " lines";
        total = money.of(basket.total());
        taxes = basket.taxes().stream().filter(tax -> tax.taxRatePpm() > 0).toList();
        redraw();
    }

    /** The total as it is shown. */
    public String getText() {
        return total;
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private void draw(GC gc) {
        Point size = getSize();
        gc.setFont(getFont());
        gc.setForeground(paint.muted());
        gc.drawText(items, MARGIN, MARGIN, true);
        int y = MARGIN + LINE;
        for (SaleTax tax : taxes) {
            line(gc, y, "incl. tax " + percent(tax.taxRatePpm()) + " %", money.of(tax.taxMinor()));
            y += LINE;
        }
        gc.setForeground(getForeground());
        gc.setFont(fonts.at(310, SWT.BOLD));
        Point extent = gc.textExtent(total);
        if (extent.x > size.x - 2 * MARGIN - 60) {
            gc.setFont(fonts.at(220, SWT.BOLD));
            extent = gc.textExtent(total);
        }
        int top = size.y - extent.y - 2;
        gc.drawText(total, size.x - MARGIN - extent.x, top, true);
        gc.setFont(fonts.at(125, SWT.BOLD));
        gc.drawText("Total", MARGIN, top + extent.y - gc.getFontMetrics().getHeight() - extent.y / 7, true);
        gc.setForeground(paint.edge());
        gc.drawLine(MARGIN, top - 6, size.x - MARGIN, top - 6);
    }

    private static String percent(int ppm) {
        return BigDecimal.valueOf(ppm, PPM_PER_PERCENT_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void line(GC gc, int y, String left, String right) {
        gc.drawText(left, MARGIN, y, true);
        gc.drawText(right, getSize().x - MARGIN - gc.textExtent(right).x, y, true);
    }
}
