package outpost.reconcile.ui.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Range;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Grids;
import outpost.widgets.Prose;
import outpost.widgets.Prose.Paragraph;
import outpost.widgets.Prose.Weight;
import outpost.widgets.RowList;
import outpost.widgets.Style;

/** The lanes of the branch: who can be reached, and what of whom is here. */
public final class LanesPage extends RoomPage {
    private static final int ROW_HEIGHT = 68;
    private static final int SECONDS_BETWEEN = 3;

    private final HealthModel model;
    private final HealthMessages messages;
    private final RowList<LaneState> lanes;
    private final Prose detail;
    private int selected;

    public LanesPage(RoomView view, HealthModel model, HealthMessages messages) {
        super(Style.key(new FocusHolder(view.left()), "lanes-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        Card card = listCard();
        lanes = Style.key(new RowList<LaneState>(card, ROW_HEIGHT), "lanes");
        lanes.column(Column.wide(LaneState::name, this::second))
                .column(Column.text(150, SWT.RIGHT, SWT.BOLD, lane -> lane.state(messages)))
                .onTap(this::select);
        lanes.setLayoutData(Grids.all());
        main.addListener(SWT.KeyDown, this::key);
        detail = side.prose("lane-detail");
        model.onChange(this::show);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        List<LaneState> known = model.health().lanes();
        selected = Math.max(0, Math.min(known.size() - 1, selected));
        lanes.show(known, known.isEmpty() ? -1 : selected);
        detail.show(known.isEmpty() ? List.of() : paragraphs(known.get(selected)));
    }

    private String second(LaneState lane) {
        String cloud = lane.notAtCloud() == 0 ? messages.laneAllAtCloud() : messages.laneNotAtCloud(lane.notAtCloud());
        return lane.events() == 0 ? messages.noRange() : messages.laneEvents(lane.events()) + "  ·  " + cloud;
    }

    private List<Paragraph> paragraphs(LaneState lane) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, lane.name()));
        text.add(new Paragraph(Weight.QUIET, lane.id().value()));
        for (Holding holding : lane.holdings()) {
            text.add(new Paragraph(Weight.RULE, ""));
            text.add(new Paragraph(
                    Weight.STRONG, messages.laneRange(holding.posId().value())));
            text.add(new Paragraph(Weight.PLAIN, messages.laneHas(ranges(holding))));
            text.add(new Paragraph(
                    Weight.PLAIN,
                    messages.laneAtCloud(holding.atCloud()
                            .map(delivered -> Long.toString(delivered.upTo()))
                            .orElse("–"))));
            long gaps = LaneState.gaps(holding);
            if (gaps > 0) {
                text.add(new Paragraph(Weight.ALARM, messages.laneGaps(gaps)));
            }
        }
        text.add(new Paragraph(Weight.RULE, ""));
        text.add(new Paragraph(Weight.QUIET, messages.laneExplained()));
        return text;
    }

    private static String ranges(Holding holding) {
        return holding.ranges().stream().map(LanesPage::range).collect(Collectors.joining(", "));
    }

    private static String range(Range range) {
        return range.first() == range.last() ? Long.toString(range.first()) : range.first() + "–" + range.last();
    }

    private void select(int place) {
        selected = place;
        show();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            select(selected + 1);
        } else if (event.keyCode == SWT.ARROW_UP) {
            select(selected - 1);
        }
    }
}
