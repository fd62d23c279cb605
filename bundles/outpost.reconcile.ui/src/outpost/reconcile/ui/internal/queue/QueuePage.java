package outpost.reconcile.ui.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Buttons;
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
import outpost.widgets.TouchButton;

/** The queue: the events on the left, the selected one explained on the right. */
public final class QueuePage extends RoomPage {
    private static final int ROW_HEIGHT = 64;
    private static final int FILTER_HEIGHT = 48;

    private final QueueModel model;
    private final QueueMessages messages;
    private final EntryField entry;
    private final List<TouchButton> filters = new ArrayList<>();
    private final StackCard card;
    private final RowList<QueuedEvent> events;
    private final Sign empty;
    private final Prose detail;
    private final TouchButton written;
    private final TouchButton replay;
    private final TouchButton giveUp;
    private final TouchButton sync;

    public QueuePage(RoomView view, QueueModel model, QueueMessages messages) {
        super(new Composite(view.left(), SWT.NONE), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.search()), "queue-search");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.setText(model.wanted());
        entry.onChange(model::search).onKey(this::key);
        Composite row = new Composite(main, SWT.NONE);
        row.setLayoutData(Grids.wide(main, FILTER_HEIGHT));
        row.setLayout(Grids.equalColumns(row, 3, 8, 0));
        filter(row, QueueModel.Show.ALL, messages.showAll());
        filter(row, QueueModel.Show.PARKED, messages.showParked());
        filter(row, QueueModel.Show.WAITING, messages.showWaiting());
        card = new StackCard(main);
        events = Style.key(new RowList<QueuedEvent>(card, ROW_HEIGHT), "queue");
        events.column(Column.wide(event -> (event.title() + " " + event.number()).strip(), QueuedEvent::time))
                .column(Column.text(110, SWT.RIGHT, SWT.NORMAL, QueuedEvent::amount))
                .column(Column.text(160, SWT.RIGHT, SWT.BOLD, QueuedEvent::state))
                .onTap(model::select);
        empty = Style.key(new Sign(card, Glyph.CHECK), "queue-empty");

        detail = side.prose("detail");
        Composite pair = new Composite(side, SWT.NONE);
        pair.setLayoutData(Grids.wide(side, 60));
        pair.setLayout(Grids.equalColumns(pair, 2, 10, 0));
        written = new TouchButton(pair, "", model::toggleWritten).key(SWT.F8, "F8");
        Style.key(written, "as-written").setLayoutData(Grids.all());
        giveUp = new TouchButton(pair, messages.giveUp(), model::giveUp).key(SWT.F9, "F9");
        Style.key(giveUp, "give-up").setLayoutData(Grids.all());
        replay = side.action(messages.sendAgain(), "replay", SWT.F6, "F6", model::replay);
        sync = side.leading(messages.syncNow(), "sync-now", SWT.F5, "F5", model::syncNow);
        model.onChange(this::show);
        readEvery(1, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        List<QueuedEvent> rows = model.shown();
        events.show(rows, model.selected());
        for (int place = 0; place < filters.size(); place++) {
            Style.classes(filters.get(place), place == model.filter().ordinal() ? "choice chosen" : "choice");
        }
        detail.show(model.selectedEvent()
                .map(this::paragraphs)
                .orElse(List.of(new Paragraph(Weight.QUIET, messages.selectEvent()))));
        written.setText(model.isAsWritten() ? messages.inWords() : messages.asWritten());
        written.setEnabled(!rows.isEmpty());
        replay.setEnabled(model.canDecide());
        giveUp.setEnabled(model.canDecide());
        sync.setEnabled(model.canSync());
        if (model.isEmpty()) {
            empty.show(messages.nothingWaitsTitle(), messages.nothingWaitsLine());
        } else {
            empty.show(messages.nothingFoundTitle(), messages.nothingFoundLine());
        }
        card.bringUp(rows.isEmpty() ? empty : events);
    }

    private List<Paragraph> paragraphs(QueuedEvent event) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, (event.title() + " " + event.number()).strip()));
        text.add(new Paragraph(Weight.QUIET, (event.time() + "   " + event.amount()).strip()));
        if (model.isAsWritten()) {
            text.add(new Paragraph(Weight.QUIET, event.written()));
            return text;
        }
        text.add(new Paragraph(event.parked() ? Weight.ALARM : Weight.STRONG, event.reason()));
        text.add(new Paragraph(Weight.PLAIN, event.advice()));
        if (!event.content().isEmpty()) {
            text.add(new Paragraph(Weight.RULE, ""));
            text.add(new Paragraph(Weight.STRONG, messages.content()));
            text.add(new Paragraph(Weight.PLAIN, String.join("\n", event.content())));
        }
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(
                Weight.QUIET,
                event.lanes().isEmpty() ? messages.onlyHere() : messages.lanesHave(String.join(", ", event.lanes()))));
        text.add(new Paragraph(Weight.QUIET, event.technical()));
        return text;
    }

    private void filter(Composite row, QueueModel.Show kind, String text) {
        TouchButton button = new TouchButton(row, text, () -> model.show(kind));
        button.setLayoutData(Grids.all());
        filters.add(
                Style.key(Style.classes(button, "choice"), "show-" + kind.name().toLowerCase(Locale.ROOT)));
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            model.move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
            event.doit = false;
        }
    }
}
