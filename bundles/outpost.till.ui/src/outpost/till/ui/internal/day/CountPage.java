package outpost.till.ui.internal.day;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import outpost.sales.CashCount.Pile;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Page;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;

/** Counting the drawer blind: how many of each note and coin. */
final class CountPage extends Page {
    private static final int ROW_HEIGHT = 48;

    private final DayModel model;
    private final DayMessages messages;
    private final Amounts amounts;
    private final RowList<Pile> piles;
    private final Sign total;

    CountPage(Composite left, Composite right, DayModel model, DayMessages messages, Amounts amounts) {
        super(Style.key(new FocusHolder(left), "count"), new Buttons(right));
        this.model = model;
        this.messages = messages;
        this.amounts = amounts;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        Card card = new Card(main);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 6, 14));
        Style.classes(new Label(card, SWT.NONE), "title").setText(messages.countTitle());
        Label line = Style.classes(new Label(card, SWT.WRAP), "explanation");
        line.setText(messages.countLine());
        line.setLayoutData(Grids.wide());
        piles = Style.key(new RowList<Pile>(card, ROW_HEIGHT), "piles");
        piles.column(Column.wide(pile -> amounts.of(pile.denomination()), pile -> ""))
                .column(Column.text(120, SWT.RIGHT, SWT.BOLD, pile -> "× " + pile.count()))
                .column(Column.text(150, SWT.RIGHT, SWT.NORMAL, pile -> amounts.of(pile.total())))
                .onTap(place -> change(() -> counting().select(place)));
        piles.setLayoutData(Grids.all());
        main.addListener(SWT.KeyDown, this::key);

        Card sum = new Card(side);
        sum.setLayoutData(Grids.wide(side, 110));
        sum.setLayout(Grids.columns(sum, 1, 0, 6));
        total = Style.key(Style.classes(new Sign(sum), "sum"), "counted");
        total.setLayoutData(Grids.all());
        Keypad.ofCount(
                        side,
                        typed -> change(() -> counting().type(typed)),
                        () -> change(() -> counting().deleteLast()),
                        () -> change(() -> counting().move(1)))
                .setLayoutData(Grids.all());
        side.action(messages.back(), "count-back", SWT.ESC, "Esc", () -> model.go(DayModel.Page.SHIFT));
        side.leading(messages.closeNow(), "close-now", SWT.F12, "F12", model::close);
    }

    @Override
    public void show() {
        model.counting().ifPresent(counting -> {
            piles.show(counting.piles(), counting.selected());
            total.show(amounts.of(counting.total()), messages.counted());
        });
    }

    private CashCounting counting() {
        return model.counting().orElseThrow();
    }

    private void change(Runnable change) {
        if (model.counting().isPresent()) {
            change.run();
            model.fireChanged();
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN, SWT.CR, SWT.KEYPAD_CR -> change(
                    () -> counting().move(1));
            case SWT.ARROW_UP -> change(() -> counting().move(-1));
            case SWT.BS, SWT.DEL -> change(() -> counting().deleteLast());
            default -> change(() -> counting().type(Character.toString(event.character)));
        }
    }
}
