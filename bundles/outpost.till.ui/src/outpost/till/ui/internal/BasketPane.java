package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import outpost.catalog.Product;
import outpost.sales.Receipt;
import outpost.sales.TicketLine;
import outpost.widgets.Amounts;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.NoticeBar;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;

/** Where products come in: the entry field, what was found, and the ticket with its sums. */
final class BasketPane extends Composite {
    private static final int ROW_HEIGHT = 64;
    private static final int TOTALS_HEIGHT = 92;
    private static final int LOOK_AGAIN_MILLIS = 500;

    private final SellModel model;
    private final SellMessages texts;
    private final Amounts amounts;
    private final EntryField entry;
    private final NoticeBar notice;
    private final Composite middle;
    private final StackLayout stack = new StackLayout();
    private final RowList<TicketLine> lines;
    private final RowList<Product> results;
    private final Sign empty;
    private final Sign nothingFound;
    private final Runnable lookAgain;
    private final Sign paid;
    private final Totals totals;

    BasketPane(Composite parent, SellModel model, SellMessages texts, Amounts amounts) {
        super(parent, SWT.NONE);
        this.model = model;
        this.texts = texts;
        this.amounts = amounts;
        setLayout(Grids.columns(this, 1, 12, 0));
        entry = Style.key(new EntryField(this, Glyph.SEARCH, texts.entryHint()), "entry");
        entry.setLayoutData(Grids.wide(this, 64));
        entry.onChange(model.ringing()::typed).onEnter(model.ringing()::submit).onKey(this::key);
        notice = new NoticeBar(this, "notice");
        Card card = new Card(this);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 4));
        middle = new Composite(card, SWT.NONE);
        middle.setLayoutData(Grids.all());
        stack.marginHeight = 6;
        middle.setLayout(stack);
        lines = Style.key(ticketRows(middle), "basket");
        results = Style.key(resultRows(middle), "results");
        empty = new Sign(middle, Glyph.BASKET);
        empty.show(texts.readyTitle(), texts.readyLine());
        nothingFound = Style.key(new Sign(middle, Glyph.SEARCH), "nothing-found");
        lookAgain = model.search()::lookAgain;
        paid = Style.key(Style.classes(new Sign(middle, Glyph.CHECK), "paid"), "change");
        totals = Style.key(new Totals(card, texts, amounts, model.taxIncluded()), "totals");
        totals.setLayoutData(Grids.wide(this, TOTALS_HEIGHT));
    }

    EntryField entry() {
        return entry;
    }

    void show(SellModel shown) {
        notice.show(shown.notice());
        lines.show(shown.ticket().lines(), shown.selection().place());
        results.show(shown.search().results(), shown.search().selected());
        showNothingFound(shown.search());
        totals.show(shown.ticket());
        shown.paying().paid().map(Paid::receipt).ifPresent(this::showPaid);
        Control top = top(shown);
        totals.setVisible(top != paid);
        if (stack.topControl != top) {
            stack.topControl = top;
            middle.layout();
        }
    }

    private void showNothingFound(Search search) {
        if (search.mayComeYet()) {
            nothingFound.show(texts.notFoundYetTitle(), texts.notFoundYetLine());
            getDisplay().timerExec(LOOK_AGAIN_MILLIS, lookAgain);
        } else {
            nothingFound.show(texts.nothingFoundTitle(), texts.nothingFoundLine());
        }
    }

    private void showPaid(Receipt receipt) {
        boolean payOut = receipt.total().isNegative();
        paid.show(
                amounts.of(payOut ? receipt.total().negated() : receipt.change()),
                payOut ? texts.paidOut() : texts.change());
    }

    private Control top(SellModel shown) {
        if (shown.search().isActive()) {
            return shown.search().results().isEmpty() ? nothingFound : results;
        }
        if (shown.screen() == SellModel.Screen.PAID) {
            return paid;
        }
        return shown.ticket().isEmpty() ? empty : lines;
    }

    private RowList<TicketLine> ticketRows(Composite parent) {
        LineText detail = new LineText(texts, amounts);
        return new RowList<TicketLine>(parent, ROW_HEIGHT)
                .column(Column.wide(TicketLine::name, detail::of))
                .column(Column.button(48, Glyph.MINUS, place -> change(place, -1)))
                .column(Column.text(
                        56, SWT.CENTER, SWT.BOLD, line -> line.quantity().toString()))
                .column(Column.button(48, Glyph.PLUS, place -> change(place, 1)))
                .column(Column.text(
                        amountWidth(),
                        SWT.RIGHT,
                        SWT.BOLD,
                        line -> amounts.of(line.amounts()
                                .gross()
                                .plus(line.amounts().lineDiscount().negated()))))
                .onTap(model::select);
    }

    private RowList<Product> resultRows(Composite parent) {
        return new RowList<Product>(parent, ROW_HEIGHT)
                .column(Column.wide(Product::name, Product::code))
                .column(Column.text(amountWidth(), SWT.RIGHT, SWT.BOLD, product -> amounts.of(product.price())))
                .onTap(place -> model.ringing().choose(place, entry.getText()));
    }

    /** Some currencies need many digits. */
    private int amountWidth() {
        return amounts.of(1_000).length() > 8 ? 150 : 106;
    }

    private void change(int place, int by) {
        model.select(place);
        model.line().change(by);
    }

    /** Keys that are no text. Plus, minus and Delete mean the selected line as long as nothing is being typed. */
    private void key(Event event) {
        boolean typing = !entry.getText().isEmpty();
        event.doit = false;
        if (event.keyCode == SWT.ARROW_DOWN) {
            model.move(1);
        } else if (event.keyCode == SWT.ARROW_UP) {
            model.move(-1);
        } else if (event.keyCode == SWT.ESC) {
            model.escape();
        } else if (!typing && event.character == '+') {
            model.line().change(1);
        } else if (!typing && event.character == '-') {
            model.line().change(-1);
        } else if (!typing && event.keyCode == SWT.DEL) {
            model.line().remove();
        } else {
            event.doit = true;
        }
    }
}
