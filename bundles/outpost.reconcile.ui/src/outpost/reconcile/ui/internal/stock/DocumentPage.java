package outpost.reconcile.ui.internal.stock;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import outpost.protocol.stock.StockKind;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.values.Quantity;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Entering a stock document: products by scanning or typing on the left, quantities by the keypad on the right. */
public final class DocumentPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;
    private static final int SUM_HEIGHT = 100;
    private static final int BUTTON_COLUMN = 56;

    private final DocumentModel model;
    private final StockMessages messages;
    private final EntryField entry;
    private final StackCard card;
    private final RowList<DocumentLine> lines;
    private final RowList<Item> found;
    private final RowList<Counted> differences;
    private final Sign empty;
    private final Sign quantity;
    private final TouchButton sign;
    private final TouchButton back;
    private final TouchButton post;

    /** @param name for tests: {@code receive}, {@code count} … */
    DocumentPage(RoomView view, DocumentModel model, StockMessages messages, String name) {
        super(new Composite(view.left(), SWT.NONE), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.entry()), name + "-entry");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.onChange(model::search).onEnter(model::entered).onKey(this::key);
        card = new StackCard(main);
        lines = Style.key(new RowList<DocumentLine>(card, ROW_HEIGHT), name + "-lines");
        lines.column(Column.wide(line -> line.item().name(), line -> line.item().code()))
                .column(Column.text(130, SWT.RIGHT, SWT.BOLD, DocumentLine::typed))
                .column(Column.button(BUTTON_COLUMN, Glyph.CROSS, model::remove))
                .onTap(model::select);
        found = Style.key(new RowList<Item>(card, ROW_HEIGHT), name + "-found");
        found.column(Column.wide(Item::name, Item::code))
                .onTap(place -> model.add(model.found().get(place), Quantity.ONE));
        differences = Style.key(new RowList<Counted>(card, ROW_HEIGHT), name + "-differences");
        differences
                .column(Column.wide(counted -> counted.item().name(), this::counted))
                .column(Column.text(150, SWT.RIGHT, SWT.BOLD, DocumentPage::difference));
        empty = new Sign(card, Glyph.BASKET);
        empty.show(title(), line());

        Card sum = new Card(side);
        sum.setLayoutData(Grids.wide(side, SUM_HEIGHT));
        sum.setLayout(Grids.columns(sum, 1, 0, 6));
        quantity = Style.key(Style.classes(new Sign(sum), "sum"), name + "-quantity");
        quantity.setLayoutData(Grids.all());
        Keypad.ofFigure(side, model::type, model::deleteLast).setLayoutData(Grids.all());
        sign = side.action(messages.sign(), name + "-sign", SWT.F6, "F6", model::turnRound);
        Buttons.offer(sign, model.kind().equals(StockKind.CORRECTION));
        back = side.action(messages.countMore(), name + "-more", SWT.ESC, "Esc", model::countMore);
        post = side.leading(messages.post(), name + "-post", SWT.F12, "F12", model::post);
        model.onChange(this::show);
    }

    /** A code was scanned. */
    void scanned(String code) {
        model.scanned(code);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        entry.setText(model.wanted());
        lines.show(model.lines(), model.selected());
        found.show(model.found(), model.chosen());
        List<Counted> compared = model.differences().orElse(List.of());
        differences.show(compared, -1);
        boolean comparing = model.differences().isPresent();
        if (comparing) {
            long differing = compared.stream()
                    .filter(counted -> !counted.difference().isZero())
                    .count();
            quantity.show(messages.differencesSum(differing, compared.size()), messages.differencesTitle());
        } else {
            quantity.show(
                    model.line().map(DocumentLine::typed).orElse("–"),
                    model.line().map(line -> line.item().name()).orElse(messages.quantity()));
        }
        if (back.getVisible() != comparing) {
            Buttons.offer(back, comparing);
            side.layout();
        }
        boolean blind = model.kind().equals(StockKind.COUNT) && !comparing;
        post.setText(blind ? messages.showDifferences() : messages.post());
        post.setEnabled(model.canPost());
        Control top = model.lines().isEmpty() ? empty : lines;
        if (!model.found().isEmpty()) {
            top = found;
        } else if (comparing) {
            top = differences;
        }
        card.bringUp(top);
    }

    private String counted(Counted counted) {
        return messages.countedLine(counted.counted().toString()) + "  ·  "
                + messages.inTheBooks(counted.books().toString());
    }

    private static String difference(Counted counted) {
        Quantity difference = counted.difference();
        if (difference.isZero()) {
            return "=";
        }
        return difference.isNegative() ? "−" + difference.negated() : "+" + difference;
    }

    private String title() {
        return switch (model.kind().wireName()) {
            case "receipt" -> messages.receiveTitle();
            case "count" -> messages.countTitle();
            case "waste" -> messages.wasteTitle();
            default -> messages.correctTitle();
        };
    }

    private String line() {
        return switch (model.kind().wireName()) {
            case "receipt" -> messages.receiveLine();
            case "count" -> messages.countLine();
            case "waste" -> messages.wasteLine();
            default -> messages.correctLine();
        };
    }

    private void key(Event event) {
        boolean up = event.keyCode == SWT.ARROW_UP;
        if (up || event.keyCode == SWT.ARROW_DOWN) {
            event.doit = false;
            if (model.found().isEmpty()) {
                model.select(model.selected() + (up ? -1 : 1));
            } else {
                model.choose(model.chosen() + (up ? -1 : 1));
            }
        } else if (event.keyCode == SWT.DEL && model.wanted().isEmpty()) {
            event.doit = false;
            model.remove();
        }
    }
}
