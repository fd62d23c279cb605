package outpost.reconcile.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Banner;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the queue: figures above, the events on the left, the selected one explained on the right. */
final class QueueView extends Composite {
    private static final int SIDE_WIDTH = 380;
    private static final int ROW_HEIGHT = 68;

    private final QueueModel model;
    private final Figure line;
    private final Figure lastSuccess;
    private final Figure waiting;
    private final Figure parked;
    private final Banner banner;
    private final Card card;
    private final StackLayout stack = new StackLayout();
    private final RowList<QueuedEvent> events;
    private final Sign empty;
    private final EventDetail detail;
    private final TouchButton sync;
    private final TouchButton replay;
    private final CatalogModel catalog;
    private final RowList<PlannedRow> plan;
    private final CatalogState catalogState;
    private final TouchButton check;

    QueueView(Composite parent, QueueModel model, CatalogModel catalog, QueueMessages messages) {
        super(parent, SWT.NONE);
        this.model = model;
        this.catalog = catalog;
        setLayout(Grids.columns(this, 2, 16, 16));

        Composite left = new Composite(this, SWT.NONE);
        left.setLayoutData(Grids.all());
        left.setLayout(Grids.columns(left, 1, 12, 0));
        Composite figures = new Composite(left, SWT.NONE);
        figures.setLayoutData(Grids.wide(this, 96));
        figures.setLayout(Grids.equalColumns(figures, 4, 12, 0));
        line = figure(figures, messages.line(), "line");
        lastSuccess = figure(figures, messages.lastSuccess(), "last-success");
        waiting = figure(figures, messages.waiting(), "waiting");
        parked = figure(figures, messages.needAttention(), "parked");
        banner = Style.key(Style.classes(new Banner(left), "hint"), "sync-problem");
        banner.setLayoutData(Grids.wide());
        card = new Card(left);
        card.setLayoutData(Grids.all());
        stack.marginHeight = 10;
        stack.marginWidth = 2;
        card.setLayout(stack);
        events = Style.key(rows(card), "queue");
        plan = Style.key(plan(card), "catalog-plan");
        empty = new Sign(card, Glyph.CHECK);
        empty.show(messages.nothingWaitsTitle(), messages.nothingWaitsLine());

        Composite side = new Composite(this, SWT.NONE);
        side.setLayoutData(Grids.tall(this, SIDE_WIDTH));
        side.setLayout(Grids.columns(side, 1, 12, 0));
        Card detailCard = new Card(side);
        detailCard.setLayoutData(Grids.all());
        detailCard.setLayout(Grids.columns(detailCard, 1, 0, 16));
        detail = Style.key(new EventDetail(detailCard, messages), "detail");
        detail.setLayoutData(Grids.all());
        catalogState = Style.key(new CatalogState(side), "catalog-state");
        catalogState.setLayoutData(Grids.wide(this, 44));
        check = new TouchButton(side, catalog.action(), this::checkCatalog).key(SWT.F7, "F7");
        Style.key(check, "catalog-check").setLayoutData(Grids.wide(this, 64));
        replay = new TouchButton(side, messages.sendAgain(), model::replay).key(SWT.F6, "F6");
        Style.key(replay, "replay").setLayoutData(Grids.wide(this, 64));
        sync = new TouchButton(side, messages.syncNow(), model::syncNow).key(SWT.F5, "F5");
        Style.key(Style.classes(sync, "primary"), "sync-now").setLayoutData(Grids.wide(this, 72));

        addListener(SWT.KeyDown, this::key);
        model.onChange(this::refresh);
        refresh();
    }

    @Override
    public boolean setFocus() {
        return forceFocus();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        QueuePicture picture = model.picture();
        line.show(model.line(), "");
        lastSuccess.show(model.lastSuccess(), "");
        waiting.show(Long.toString(picture.counts().waiting()), "");
        parked.show(Long.toString(picture.counts().parked()), picture.counts().parked() > 0 ? "alarm" : "");
        updateBanner(picture.problem());
        events.show(picture.events(), model.selected());
        detail.show(model.selectedEvent());
        replay.setEnabled(model.canReplay());
        sync.setEnabled(model.canSync());
        List<PlannedRow> planned = catalog.rows();
        plan.show(planned, -1);
        catalogState.show(catalog.sentence());
        check.setText(catalog.action());
        check.setEnabled(catalog.canAct());
        Control top = picture.events().isEmpty() ? empty : events;
        if (!planned.isEmpty()) {
            top = plan;
        }
        if (stack.topControl != top) {
            stack.topControl = top;
            card.layout();
        }
    }

    private void updateBanner(Optional<String> problem) {
        String text = problem.orElse("");
        if (!text.equals(banner.getText()) || banner.getVisible() == text.isEmpty()) {
            banner.setText(text);
            banner.setVisible(!text.isEmpty());
            ((GridData) banner.getLayoutData()).exclude = text.isEmpty();
            banner.getParent().layout();
        }
    }

    private RowList<QueuedEvent> rows(Composite parent) {
        return new RowList<QueuedEvent>(parent, ROW_HEIGHT)
                .column(Column.wide(event -> event.title() + " · " + event.time(), QueuedEvent::number))
                .column(Column.text(130, SWT.RIGHT, SWT.NORMAL, QueuedEvent::amount))
                .column(Column.text(180, SWT.RIGHT, SWT.BOLD, QueuedEvent::state))
                .onTap(model::select);
    }

    private static RowList<PlannedRow> plan(Composite parent) {
        return new RowList<PlannedRow>(parent, ROW_HEIGHT)
                .column(Column.wide(PlannedRow::name, PlannedRow::key))
                .column(Column.text(180, SWT.RIGHT, SWT.BOLD, PlannedRow::change));
    }

    private void checkCatalog() {
        catalog.act();
        refresh();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            model.move(1);
        } else if (event.keyCode == SWT.ARROW_UP) {
            model.move(-1);
        }
    }

    private static Figure figure(Composite parent, String label, String key) {
        Card card = new Card(parent);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 12));
        Figure figure = Style.key(new Figure(card, label), key);
        figure.setLayoutData(Grids.all());
        return figure;
    }
}
