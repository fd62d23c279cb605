package outpost.till.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import outpost.catalog.Product;
import outpost.sales.BasketLine;
import outpost.sales.Receipt;
import outpost.widgets.Banner;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;

/** Where products come in: the entry field, what was found, and the basket. */
final class BasketPane extends Composite {
    private static final int ROW_HEIGHT = 68;

    private final SellModel model;
    private final EntryField entry;
    private final Banner banner;
    private final Card card;
    private final StackLayout stack = new StackLayout();
    private final RowList<BasketLine> lines;
    private final RowList<Product> results;
    private final Sign empty;
    private final Sign nothingFound;
    private final Sign paid;
    private final MoneyText money;

    BasketPane(Composite parent, SellModel model, MoneyText money) {
        super(parent, SWT.NONE);
        this.model = model;
        this.money = money;
        setLayout(Grids.columns(this, 1, 12, 0));
        entry = Style.key(new EntryField(this, Glyph.SEARCH, "Scan, type a code, or search by name"), "entry");
        entry.setLayoutData(Grids.wide(this, 64));
        entry.onChange(model::typed).onEnter(model::submit).onKey(this::key);
        banner = Style.key(new Banner(this), "notice");
        banner.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        card = new Card(this);
        card.setLayoutData(Grids.all());
        stack.marginHeight = 10;
        stack.marginWidth = 2;
        card.setLayout(stack);
        lines = Style.key(basketRows(card), "basket");
        results = Style.key(resultRows(card), "results");
        empty = new Sign(card, Glyph.BASKET);
        empty.show("Ready for the next customer", "Scan the first product, or type 3 * and a code for three of them");
        nothingFound = Style.key(new Sign(card, Glyph.SEARCH), "nothing-found");
        paid = Style.key(Style.classes(new Sign(card, Glyph.CHECK), "paid"), "change");
    }

    EntryField entry() {
        return entry;
    }

    void show(SellModel shown) {
        updateNotice(shown);
        lines.show(shown.ticket().lines(), shown.ticket().selected());
        results.show(shown.search().results(), shown.search().selected());
        nothingFound.show("Nothing found", "No product's name has words that begin like this");
        shown.checkout().paid().map(Paid::receipt).ifPresent(this::showPaid);
        Control top = top(shown);
        if (stack.topControl != top) {
            stack.topControl = top;
            card.layout();
        }
    }

    private void showPaid(Receipt receipt) {
        boolean payOut = receipt.total().isNegative();
        paid.show(
                money.of(payOut ? receipt.total().negated() : receipt.change()),
                payOut ? "Paid out to the customer" : "Change");
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

    private void updateNotice(SellModel shown) {
        String text = shown.notice().map(Notice::text).orElse("");
        if (text.equals(banner.getText()) && banner.getVisible() == !text.isEmpty()) {
            return;
        }
        boolean problem = shown.notice()
                .filter(notice -> notice.kind() == Notice.Kind.PROBLEM)
                .isPresent();
        banner.setText(text);
        banner.setVisible(!text.isEmpty());
        ((GridData) banner.getLayoutData()).exclude = text.isEmpty();
        Style.classes(banner, problem ? "problem" : "hint");
        layout();
        if (problem) {
            getDisplay().beep();
        }
    }

    private RowList<BasketLine> basketRows(Composite parent) {
        return new RowList<BasketLine>(parent, ROW_HEIGHT)
                .column(Column.wide(BasketLine::name, BasketLine::code))
                .column(Column.button(52, Glyph.MINUS, place -> change(place, -1)))
                .column(Column.text(
                        60, SWT.CENTER, SWT.BOLD, line -> line.quantity().toString()))
                .column(Column.button(52, Glyph.PLUS, place -> change(place, 1)))
                .column(Column.text(96, SWT.RIGHT, SWT.NORMAL, line -> money.of(line.unitPrice())))
                .column(Column.text(112, SWT.RIGHT, SWT.BOLD, line -> money.of(line.total())))
                .onTap(model::select);
    }

    private RowList<Product> resultRows(Composite parent) {
        return new RowList<Product>(parent, ROW_HEIGHT)
                .column(Column.wide(Product::name, Product::code))
                .column(Column.text(120, SWT.RIGHT, SWT.BOLD, product -> money.of(product.price())))
                .onTap(place -> model.choose(place, entry.getText()));
    }

    private void change(int place, int by) {
        model.select(place);
        model.changeQuantity(by);
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
            model.changeQuantity(1);
        } else if (!typing && event.character == '-') {
            model.changeQuantity(-1);
        } else if (!typing && event.keyCode == SWT.DEL) {
            model.removeSelected();
        } else {
            event.doit = true;
        }
    }
}
