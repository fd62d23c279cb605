package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.sales.TenderTaken;
import outpost.sales.Ticket;
import outpost.values.Money;
import outpost.widgets.Amounts;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.NoticeBar;
import outpost.widgets.RowList;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** What is due and what was taken of it; likely amounts of cash to tap. */
final class DuePane extends Composite {
    private static final int QUICK_BUTTONS = 4;
    private static final int TENDER_HEIGHT = 56;
    private static final int MOST_TENDERS_SEEN = 3;

    private final SellModel model;
    private final Amounts amounts;
    private final NoticeBar notice;
    private final CashPanel cash;
    private final RowList<TenderTaken> taken;
    private final List<TouchButton> quick = new ArrayList<>();

    DuePane(Composite parent, SellModel model, SellMessages texts, Amounts amounts) {
        super(parent, SWT.NONE);
        this.model = model;
        this.amounts = amounts;
        setLayout(Grids.columns(this, 1, 12, 0));
        notice = new NoticeBar(this, "pay-notice");
        Card card = new Card(this);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 8, 20));
        taken = new RowList<TenderTaken>(card, TENDER_HEIGHT)
                .column(Column.wide(tender -> TenderNames.of(tender.type(), texts), tender -> tender.reference()
                        .orElse("")))
                .column(Column.text(150, SWT.RIGHT, SWT.BOLD, tender -> amounts.of(tender.tendered())))
                .column(Column.button(56, Glyph.CROSS, model.paying()::giveBack));
        Style.key(taken, "tenders").setLayoutData(Grids.wide());
        cash = Style.key(new CashPanel(card, texts, amounts), "cash");
        cash.setLayoutData(Grids.all());
        cash.addListener(SWT.KeyDown, this::key);
        quickRow();
    }

    @Override
    public boolean setFocus() {
        // The window system gives focus back to a pane that the sale which just ended has taken away.
        return !cash.isDisposed() && cash.forceFocus();
    }

    void show(SellModel shown) {
        Ticket ticket = shown.ticket();
        notice.show(shown.notice());
        Money typed = shown.paying().typed().money().orElse(Money.zero(amounts.currency()));
        cash.show(ticket.amounts(), typed);
        tenders(ticket.tenders());
        List<Money> likely = shown.paying().quickAmounts();
        for (int i = 0; i < quick.size(); i++) {
            boolean used = i < likely.size() && ticket.amounts().dueInCash().minor() != 0;
            quick.get(i).setVisible(used);
            quick.get(i).setEnabled(!shown.paying().isCompleting());
            quick.get(i).setText(used ? amounts.of(abs(likely.get(i))) : "");
        }
    }

    private void tenders(List<TenderTaken> tenders) {
        GridData data = (GridData) taken.getLayoutData();
        int height = Math.min(MOST_TENDERS_SEEN, tenders.size()) * Scale.px(this, TENDER_HEIGHT);
        if (data.heightHint != height || data.exclude != tenders.isEmpty()) {
            data.heightHint = height;
            data.exclude = tenders.isEmpty();
            taken.setVisible(!tenders.isEmpty());
            taken.getParent().layout();
        }
        taken.show(tenders, -1);
    }

    private void quickRow() {
        Composite row = new Composite(this, SWT.NONE);
        row.setLayoutData(Grids.wide(this, 72));
        row.setLayout(Grids.equalColumns(row, QUICK_BUTTONS, 8, 0));
        for (int i = 0; i < QUICK_BUTTONS; i++) {
            int place = i;
            TouchButton button = new TouchButton(row, "", () -> take(place)).key(SWT.F5 + i, "F" + (5 + i));
            Style.key(Style.classes(button, "amount"), "quick-" + i).setLayoutData(Grids.all());
            quick.add(button);
        }
    }

    private void take(int place) {
        Optional.of(model.paying().quickAmounts())
                .filter(likely -> place < likely.size())
                .ifPresent(likely -> model.paying().takeCash(likely.get(place)));
    }

    private void key(Event event) {
        if (event.character >= '0' && event.character <= '9') {
            model.paying().type(Character.toString(event.character));
        } else if (event.keyCode == SWT.BS || event.keyCode == SWT.DEL) {
            model.paying().deleteDigit();
        }
    }

    private static Money abs(Money money) {
        return money.isNegative() ? money.negated() : money;
    }
}
