package outpost.reconcile.ui.internal.comparison;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import outpost.protocol.reconcile.RowChange.Kind;
import outpost.reconcile.ui.internal.comparison.PlannedRow.Difference;
import outpost.reconcile.ui.internal.words.Figure;
import outpost.room.RoomPage;
import outpost.room.RoomView;
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

/** Whether the catalog is the cloud's: the plan row by row, before and after of each, and what can be done. */
public final class CatalogPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;
    /** So the heads stand above the texts of a list. */
    private static final int HEAD_MARGIN = 20;

    private static final int DIFFERENCE_HEIGHT = 44;
    private static final int DIFFERENCES_HEIGHT = 180;

    private final CatalogModel model;
    private final ComparisonMessages messages;
    private final Figure added;
    private final Figure replaced;
    private final Figure removed;
    private final Figure staying;
    private final StackCard card;
    private final RowList<PlannedRow> plan;
    private final Sign empty;
    private final Card differencesCard;
    private final RowList<Difference> differences;
    private final Prose state;
    private final TouchButton check;
    private final TouchButton export;
    private final TouchButton rebuild;

    public CatalogPage(RoomView view, CatalogModel model, ComparisonMessages messages) {
        super(Style.key(new FocusHolder(view.left()), "catalog-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        Composite figures = new Composite(main, SWT.NONE);
        figures.setLayoutData(Grids.wide(main, 92));
        figures.setLayout(Grids.equalColumns(figures, 4, 12, 0));
        added = Figure.on(figures, messages.toAdd(), "to-add");
        replaced = Figure.on(figures, messages.toReplace(), "to-replace");
        removed = Figure.on(figures, messages.toRemove(), "to-remove");
        staying = Figure.on(figures, messages.staying(), "staying");
        card = new StackCard(main);
        plan = Style.key(new RowList<PlannedRow>(card, ROW_HEIGHT), "catalog-plan");
        plan.column(Column.wide(PlannedRow::name, PlannedRow::key))
                .column(Column.text(160, SWT.RIGHT, SWT.BOLD, PlannedRow::change))
                .onTap(model::select);
        empty = new Sign(card, Glyph.CHECK);
        empty.show(messages.leaveTitle(), messages.leaveLine());
        differencesCard = new Card(main);
        differencesCard.setLayoutData(Grids.wide(main, DIFFERENCES_HEIGHT));
        differencesCard.setLayout(Grids.columns(differencesCard, 1, 4, 10));
        Composite heads = new Composite(differencesCard, SWT.NONE);
        heads.setLayoutData(Grids.wide());
        GridLayout layout = Grids.equalColumns(heads, 3, 0, HEAD_MARGIN);
        layout.marginHeight = 0;
        heads.setLayout(layout);
        for (String head : List.of(messages.field(), messages.here(), messages.atCloud())) {
            Label label = Style.classes(new Label(heads, SWT.NONE), "explanation");
            label.setText(head);
            label.setLayoutData(Grids.wide());
        }
        differences = Style.key(new RowList<Difference>(differencesCard, DIFFERENCE_HEIGHT), "differences");
        differences
                .column(Column.text(0, SWT.LEFT, SWT.NORMAL, Difference::field))
                .column(Column.text(0, SWT.LEFT, SWT.NORMAL, Difference::here))
                .column(Column.text(0, SWT.LEFT, SWT.BOLD, Difference::cloud));
        differences.setLayoutData(Grids.all());
        main.addListener(SWT.KeyDown, this::key);

        state = side.prose("catalog-state");
        rebuild = side.action(messages.rebuild(), "catalog-rebuild", SWT.F9, "F9", model::rebuild);
        export = side.action(messages.exportPlan(), "catalog-export", SWT.F8, "F8", model::export);
        check = side.leading(model.action(), "catalog-check", SWT.F7, "F7", model::act);
        model.onChange(this::show);
    }

    @Override
    public void opened() {
        model.refresh();
    }

    @Override
    protected void elapsed() {
        show();
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        List<PlannedRow> rows = model.rows();
        plan.show(rows, model.selected());
        added.show(Long.toString(model.count(Kind.ADD)), "");
        replaced.show(Long.toString(model.count(Kind.REPLACE)), "");
        removed.show(Long.toString(model.count(Kind.REMOVE)), "");
        staying.show(Long.toString(model.staying()), "");
        differences.show(model.differences(), -1);
        state.show(paragraphs());
        check.setText(model.action());
        check.setEnabled(model.canAct());
        rebuild.setEnabled(model.canAct());
        export.setEnabled(!rows.isEmpty());
        Buttons.offer(differencesCard, !rows.isEmpty());
        Control top = rows.isEmpty() ? empty : plan;
        if (card.bringUp(top)) {
            main.layout();
        }
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.STRONG, model.sentence()));
        if (model.isPlanned()) {
            text.add(new Paragraph(Weight.PLAIN, messages.planWaits()));
            boolean keeps =
                    model.selected() >= 0 && model.rows().get(model.selected()).keeps();
            if (keeps) {
                text.add(new Paragraph(Weight.STRONG, messages.keptEdit()));
            }
        }
        return text;
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            model.select(model.selected() + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
        }
    }
}
