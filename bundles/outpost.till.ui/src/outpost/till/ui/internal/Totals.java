package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import outpost.sales.Ticket;
import outpost.sales.TicketAmounts;
import outpost.widgets.Amounts;
import outpost.widgets.Fonts;
import outpost.widgets.Paint;
import outpost.widgets.Painted;
import outpost.widgets.Scale;
import outpost.widgets.TextFit;

/** The sums of the ticket, the total so large that the customer can read it too. */
final class Totals extends Canvas implements Painted {
    private static final int MARGIN = 20;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final SellMessages texts;
    private final Amounts amounts;
    private final boolean taxIncluded;
    private List<String> details = List.of();
    private String total = "";

    Totals(Composite parent, SellMessages texts, Amounts amounts, boolean taxIncluded) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.texts = texts;
        this.amounts = amounts;
        this.taxIncluded = taxIncluded;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> redraw());
    }

    void show(Ticket ticket) {
        TicketAmounts sums = ticket.amounts();
        List<String> lines = new ArrayList<>();
        String count = texts.lines(ticket.lines().size());
        lines.add(ticket.customer()
                .map(customer -> count + " · " + customer.name())
                .orElse(count));
        if (sums.discount().minor() != 0) {
            lines.add(texts.discount() + " " + amounts.of(sums.discount().negated()));
        }
        if (sums.tax().minor() != 0) {
            String tax = amounts.of(sums.tax());
            lines.add(taxIncluded ? texts.includedTax(tax) : texts.addedTax(tax));
        }
        ticket.note().ifPresent(lines::add);
        String sum = amounts.of(sums.total());
        if (!lines.equals(details) || !sum.equals(total)) {
            details = lines;
            total = sum;
            redraw();
        }
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
        int margin = Scale.px(this, MARGIN);
        gc.setForeground(paint.edge());
        gc.drawLine(0, 0, size.x, 0);
        gc.setForeground(getForeground());
        gc.setFont(fonts.at(290, SWT.BOLD));
        Point extent = gc.textExtent(total);
        gc.drawText(total, size.x - margin - extent.x, (size.y - extent.y) / 2, true);
        int room = size.x - 3 * margin - extent.x;
        gc.setFont(fonts.at(100, SWT.NORMAL));
        gc.setForeground(paint.muted());
        int lineHeight = fonts.lineHeight(100, SWT.NORMAL);
        int shown = Math.min(details.size(), Math.max(1, (size.y - 8) / lineHeight));
        int y = (size.y - shown * lineHeight) / 2;
        for (String line : details.subList(0, shown)) {
            gc.drawText(TextFit.oneLine(gc, line, room), margin, y, true);
            y += lineHeight;
        }
    }
}
