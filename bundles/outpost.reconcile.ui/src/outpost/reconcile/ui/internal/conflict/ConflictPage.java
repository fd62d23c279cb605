package outpost.reconcile.ui.internal.conflict;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import outpost.catalog.PastEdit;
import outpost.protocol.ProductEdit.Change;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.values.HlcStamp;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Both values side by side, with what led to them, and the decision. */
public final class ConflictPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;
    private static final int SIDES_HEIGHT = 260;

    private final ConflictModel model;
    private final ConflictMessages messages;
    private final Words words;
    private final Amounts amounts;
    private final ZoneId zone;
    private final StackCard card;
    private final RowList<Clash> list;
    private final Sign empty;
    private final Composite sides;
    private final Prose mine;
    private final Prose theirs;
    private final Prose explanation;
    private final TouchButton mark;
    private final TouchButton markAll;
    private final TouchButton edit;
    private final TouchButton takeTheirs;
    private final TouchButton takeMine;

    public ConflictPage(
            RoomView view, ConflictModel model, ConflictMessages messages, Words words, Amounts amounts, ZoneId zone) {
        super(Style.key(new FocusHolder(view.left()), "conflicts-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.words = words;
        this.amounts = amounts;
        this.zone = zone;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        card = new StackCard(main);
        list = Style.key(new RowList<Clash>(card, ROW_HEIGHT), "conflicts");
        list.column(Column.text(36, SWT.CENTER, SWT.BOLD, clash -> model.isMarked(clash) ? "✓" : ""))
                .column(Column.wide(Clash::product, clash -> clash.conflict().productId()))
                .column(Column.text(
                        220,
                        SWT.RIGHT,
                        SWT.BOLD,
                        clash -> messages.differs(
                                model.fields().name(clash.conflict().field()))))
                .onTap(model::select);
        empty = Style.key(new Sign(card, Glyph.CHECK), "no-conflicts");
        empty.show(messages.noneTitle(), messages.noneLine());
        sides = new Composite(main, SWT.NONE);
        sides.setLayoutData(Grids.wide(main, SIDES_HEIGHT));
        sides.setLayout(Grids.equalColumns(sides, 2, 12, 0));
        mine = sheet(sides, "mine");
        theirs = sheet(sides, "theirs");
        main.addListener(SWT.KeyDown, this::key);

        explanation = side.prose("conflict-help");
        Composite pair = new Composite(side, SWT.NONE);
        pair.setLayoutData(Grids.wide(side, 60));
        pair.setLayout(Grids.equalColumns(pair, 2, 10, 0));
        mark = new TouchButton(pair, messages.mark(), () -> model.toggle(model.selected())).key(SWT.F9, "F9");
        Style.key(mark, "mark").setLayoutData(Grids.all());
        markAll = new TouchButton(pair, messages.markAll(), model::toggleAll).key(SWT.F10, "F10");
        Style.key(markAll, "mark-all").setLayoutData(Grids.all());
        edit = side.action(messages.editValue(), "edit-value", SWT.F8, "F8", model::edit);
        takeTheirs = side.leading(messages.takeTheirs(), "take-theirs", SWT.F7, "F7", () -> model.take(false));
        takeMine = side.leading(messages.takeMine(), "take-mine", SWT.F6, "F6", () -> model.take(true));
        model.onChange(this::show);
        readEvery(1, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        boolean any = !model.clashes().isEmpty();
        list.show(model.clashes(), model.selected());
        mine.show(model.selectedClash()
                .map(clash -> side(clash, clash.mine(), messages.mine()))
                .orElse(List.of()));
        theirs.show(model.selectedClash()
                .map(clash -> side(clash, clash.theirs(), messages.theirs()))
                .orElse(List.of()));
        explanation.show(explained());
        mark.setText(model.selectedClash().filter(model::isMarked).isPresent() ? messages.unmark() : messages.mark());
        for (TouchButton button : List.of(mark, markAll, takeMine, takeTheirs)) {
            button.setEnabled(any);
        }
        edit.setEnabled(any && model.markedCount() == 0);
        Buttons.offer(sides, any);
        Control top = any ? list : empty;
        if (card.bringUp(top)) {
            main.layout();
        }
    }

    private List<Paragraph> explained() {
        List<Paragraph> text = new ArrayList<>();
        if (model.clashes().isEmpty()) {
            return text;
        }
        text.add(new Paragraph(Weight.PLAIN, messages.explanation()));
        if (model.markedCount() > 0) {
            text.add(new Paragraph(Weight.STRONG, messages.marked(model.markedCount())));
        }
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.STRONG, messages.history()));
        List<PastEdit> history = model.selectedClash().map(Clash::history).orElse(List.of());
        if (history.isEmpty()) {
            text.add(new Paragraph(Weight.QUIET, messages.noHistory()));
        }
        for (PastEdit past : history) {
            text.add(new Paragraph(Weight.PLAIN, changes(past)));
            text.add(new Paragraph(
                    Weight.QUIET,
                    time(past.at()) + "  ·  " + past.by() + "  ·  "
                            + model.lanes().of(past.lane().value(), words)));
        }
        return text;
    }

    private String changes(PastEdit past) {
        return String.join("\n", past.changes().stream().map(this::change).toList());
    }

    private String change(Change change) {
        return model.fields().name(change.field()) + ": " + model.fields().value(change.field(), change.value());
    }

    private List<Paragraph> side(Clash clash, Sibling value, String title) {
        ProductField field = clash.conflict().field();
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.QUIET, title + "  ·  " + model.lanes().of(value.terminal(), words)));
        text.add(new Paragraph(Weight.QUIET, model.fields().name(field)));
        text.add(new Paragraph(Weight.ALARM, model.fields().value(field, value.value())));
        text.add(new Paragraph(Weight.PLAIN, time(value.at())));
        clash.history().stream()
                .filter(past -> past.at().equals(value.at()))
                .findFirst()
                .ifPresent(past -> text.add(new Paragraph(Weight.PLAIN, past.by())));
        if (value.value().equals(clash.conflict().standing())) {
            text.add(new Paragraph(Weight.STRONG, messages.holdsNow()));
        }
        return text;
    }

    private String time(HlcStamp at) {
        return amounts.dayAndTime(Instant.ofEpochMilli(at.millis()).atZone(zone));
    }

    private static Prose sheet(Composite parent, String key) {
        Card sheet = new Card(parent);
        sheet.setLayoutData(Grids.all());
        sheet.setLayout(Grids.columns(sheet, 1, 0, 16));
        Prose prose = Style.key(Style.classes(new Prose(sheet), "value"), key);
        prose.setLayoutData(Grids.all());
        return prose;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            model.select(model.selected() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
        } else if (event.character == ' ' && model.selected() >= 0) {
            model.toggle(model.selected());
        }
    }
}
