package outpost.till.ui.internal.display;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.sales.TicketLine;
import outpost.widgets.Amounts;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;

/** Draws the customer's screen: the newest lines above, the total so large that it is read from a distance. */
final class CustomerView extends Composite {
    private static final int ROW_HEIGHT = 72;
    private static final int TOTAL_HEIGHT = 190;

    private final CustomerScreen screen;
    private final DisplayMessages messages;
    private final Amounts amounts;
    private final String shop;
    private final StackLayout stack = new StackLayout();
    private final Sign words;
    private final Composite ticket;
    private final RowList<TicketLine> lines;
    private final Sign total;

    CustomerView(Composite parent, CustomerScreen screen, DisplayMessages messages, Amounts amounts, String shop) {
        super(parent, SWT.NONE);
        this.screen = screen;
        this.messages = messages;
        this.amounts = amounts;
        this.shop = shop;
        setLayout(stack);
        words = Style.key(Style.classes(new Sign(this, Glyph.BASKET), "customer"), "customer-words");
        ticket = new Composite(this, SWT.NONE);
        ticket.setLayout(Grids.columns(ticket, 1, 16, 24));
        Card list = new Card(ticket);
        list.setLayoutData(Grids.all());
        list.setLayout(Grids.columns(list, 1, 0, 10));
        lines = Style.key(Style.classes(new RowList<TicketLine>(list, ROW_HEIGHT), "customer"), "customer-lines");
        lines.column(Column.wide(TicketLine::name, CustomerView::quantity))
                .column(Column.text(
                        220,
                        SWT.RIGHT,
                        SWT.BOLD,
                        line -> amounts.of(line.amounts().total())));
        lines.setLayoutData(Grids.all());
        Card sum = new Card(ticket);
        sum.setLayoutData(Grids.wide(this, TOTAL_HEIGHT));
        sum.setLayout(Grids.columns(sum, 1, 0, 8));
        total = Style.key(Style.classes(new Sign(sum), "customer"), "customer-total");
        total.setLayoutData(Grids.all());
        refresh();
    }

    void refresh() {
        if (isDisposed()) {
            return;
        }
        String due = screen.total().map(amounts::of).orElse("");
        String change = screen.change()
                .map(back -> messages.change() + " " + amounts.of(back))
                .orElse("");
        switch (screen.state()) {
            case WELCOME -> words.show(messages.welcome(), shop);
            case THANKS -> words.show(change.isEmpty() ? messages.thanks() : change, messages.total() + " " + due);
            case TICKET -> {
                lines.show(screen.lines(), screen.lines().size() - 1);
                total.show(due, change.isEmpty() ? messages.total() : change);
            }
        }
        Control top = screen.state() == CustomerScreen.State.TICKET ? ticket : words;
        if (stack.topControl != top) {
            stack.topControl = top;
            layout();
        }
    }

    private static String quantity(TicketLine line) {
        return line.quantity().toString() + " ×";
    }
}
