package outpost.till.ui.internal.day;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.devices.PaperLines;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.till.ui.internal.ReceiptPaper;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Page;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** The till's receipts: found by typing or scanning, seen as printed, printed again. */
final class ReceiptsPage extends Page {
    private static final int ROW_HEIGHT = 60;
    private static final int PAPER_CHARACTERS = 38;

    private final ReceiptsModel model;
    private final EntryField entry;
    private final StackCard card;
    private final RowList<Receipt> list;
    private final Sign empty;
    private final ReceiptPaper paper;
    private final TouchButton reprint;

    ReceiptsPage(Composite left, Composite right, DayModel day, DayMessages messages, Amounts amounts) {
        super(new Composite(left, SWT.NONE), new Buttons(right));
        model = day.receipts();
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.searchReceipts()), "receipt-search");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.setText(model.wanted());
        entry.onChange(model::search).onKey(this::key);
        card = new StackCard(main);
        list = Style.key(new RowList<Receipt>(card, ROW_HEIGHT), "receipts");
        list.column(Column.wide(
                        receipt -> receipt.kind() == Sales.Kind.REFUND
                                ? messages.refundTitle(receipt.number())
                                : receipt.number(),
                        receipt -> amounts.dayAndTime(receipt.completedAt()) + "  ·  "
                                + receipt.sale().cashier()))
                .column(Column.text(150, SWT.RIGHT, SWT.BOLD, receipt -> amounts.of(receipt.total())))
                .onTap(model::select);
        empty = Style.key(new Sign(card, Glyph.RECEIPT), "no-receipts");
        empty.show(messages.noReceiptsTitle(), messages.noReceiptsLine());
        paper = Style.key(new ReceiptPaper(side), "receipt-copy");
        paper.setLayoutData(Grids.all());
        reprint = side.leading(messages.reprint(), "reprint", SWT.F6, "F6", model::reprint);
    }

    @Override
    public void show() {
        list.show(model.found(), model.selected());
        paper.show(model.shown()
                .map(print -> PaperLines.of(print, PAPER_CHARACTERS))
                .orElse(List.of()));
        reprint.setEnabled(model.selected() >= 0);
        card.bringUp(model.found().isEmpty() ? empty : list);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            model.move(1);
            event.doit = false;
        } else if (event.keyCode == SWT.ARROW_UP) {
            model.move(-1);
            event.doit = false;
        }
    }
}
