package outpost.reconcile.ui.internal.stock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import outpost.inventory.Moved;
import outpost.protocol.stock.Moment;
import outpost.reconcile.ui.internal.words.EventWords;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;

/** Levels on the left, and what moved of the selected product on the right. */
public final class LevelsPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;
    private static final int HEAD_HEIGHT = 120;
    private static final int SECONDS_BETWEEN = 2;

    private final LevelsModel model;
    private final StockMessages messages;
    private final Words words;
    private final Amounts amounts;
    private final ZoneId zone;
    private final EntryField entry;
    private final Label title;
    private final StackCard card;
    private final RowList<Stocked> levels;
    private final Sign empty;
    private final Prose head;
    private final RowList<Moved> movements;

    public LevelsPage(
            RoomView view, LevelsModel model, StockMessages messages, Words words, Amounts amounts, ZoneId zone) {
        super(new Composite(view.left(), SWT.NONE), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.words = words;
        this.amounts = amounts;
        this.zone = zone;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.search()), "stock-search");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.setText(model.wanted());
        entry.onChange(model::search).onKey(this::key);
        title = Style.key(Style.classes(new Label(main, SWT.NONE), "explanation"), "stock-title");
        title.setLayoutData(Grids.wide());
        card = new StackCard(main);
        levels = Style.key(new RowList<Stocked>(card, ROW_HEIGHT), "levels");
        levels.column(Column.wide(row -> row.item().name(), row -> row.item().code()))
                .column(Column.text(
                        140, SWT.RIGHT, SWT.BOLD, row -> row.level().quantity().toString()))
                .onTap(model::select);
        empty = new Sign(card, Glyph.CHECK);

        Card sheet = new Card(side);
        sheet.setLayoutData(Grids.wide(side, HEAD_HEIGHT));
        sheet.setLayout(Grids.columns(sheet, 1, 0, 14));
        head = Style.key(new Prose(sheet), "stock-head");
        head.setLayoutData(Grids.all());
        Card list = new Card(side);
        list.setLayoutData(Grids.all());
        list.setLayout(Grids.columns(list, 1, 0, 8));
        movements = Style.key(new RowList<Moved>(list, ROW_HEIGHT), "movements");
        movements
                .column(Column.wide(this::what, this::when))
                .column(Column.text(90, SWT.RIGHT, SWT.BOLD, LevelsPage::signed));
        movements.setLayoutData(Grids.all());
        model.onChange(this::show);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    /** A code was scanned. */
    void scanned(String code) {
        entry.setText(code);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        title.setText(model.isLow() ? messages.lowTitle(model.lowAtMost().toString()) : messages.foundTitle());
        levels.show(model.shown(), model.selected());
        head.show(model.selectedRow()
                .map(this::paragraphs)
                .orElse(List.of(new Paragraph(Weight.QUIET, messages.selectProduct()))));
        movements.show(model.history(), -1);
        if (model.isLow()) {
            empty.show(messages.noneLowTitle(), messages.noneLowLine());
        } else {
            empty.show(messages.nothingFoundTitle(), messages.nothingFoundLine());
        }
        card.bringUp(model.shown().isEmpty() ? empty : levels);
    }

    private List<Paragraph> paragraphs(Stocked row) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.STRONG, row.item().name()));
        text.add(new Paragraph(Weight.TITLE, row.level().quantity().toString()));
        String counted =
                row.level().counted().map(at -> messages.countedAt(time(at))).orElse(messages.neverCounted());
        text.add(new Paragraph(Weight.QUIET, model.history().isEmpty() ? messages.neverMoved() : counted));
        return text;
    }

    private String what(Moved moved) {
        return EventWords.stockKind(moved.movement().kind(), words) + "  ·  " + moved.by();
    }

    private String when(Moved moved) {
        return Stream.of(
                        Stream.of(time(moved.movement().at())),
                        moved.reference().stream(),
                        moved.reason().stream(),
                        moved.note().stream())
                .flatMap(parts -> parts)
                .collect(Collectors.joining("  ·  "));
    }

    private static String signed(Moved moved) {
        Quantity quantity = moved.movement().quantity();
        if (moved.movement().isCount()) {
            return "= " + quantity;
        }
        return quantity.isNegative() ? "−" + quantity.negated() : "+" + quantity;
    }

    private String time(Moment at) {
        return amounts.dayAndTime(Instant.ofEpochMilli(at.stamp().millis()).atZone(zone));
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            model.select(model.selected() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
            event.doit = false;
        }
    }
}
