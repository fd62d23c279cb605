package outpost.reconcile.ui.internal.health;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import outpost.protocol.SyncStatus;
import outpost.reconcile.ui.internal.words.Ago;
import outpost.reconcile.ui.internal.words.EventWords;
import outpost.reconcile.ui.internal.words.Figure;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Banner;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** One look tells how this till and its lanes are. */
public final class HealthPage extends RoomPage {
    private static final int FIGURE_HEIGHT = 92;
    private static final int ROW_HEIGHT = 60;
    private static final int LANES_HEIGHT = 160;
    private static final int LANE_HEIGHT = 44;
    /** It looks at all that waits, which may be a day's sales. */
    private static final int SECONDS_BETWEEN = 3;

    private final HealthModel model;
    private final HealthMessages messages;
    private final Words words;
    private final Figure state;
    private final Figure lastSuccess;
    private final Figure waiting;
    private final Figure parked;
    private final Figure oldest;
    private final Figure conflicts;
    private final Figure gaps;
    private final Figure clock;
    private final Banner problem;
    private final DayChart chart;
    private final StackCard kindsCard;
    private final RowList<Health.Kind> kinds;
    private final Sign empty;
    private final RowList<LaneState> lanes;
    private final TouchButton sync;

    public HealthPage(RoomView view, HealthModel model, HealthMessages messages, Words words, Clock clocks) {
        super(Style.key(new FocusHolder(view.left()), "health"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.words = words;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        Composite first = figures();
        state = Figure.on(first, messages.state(), "state");
        lastSuccess = Figure.on(first, messages.lastSuccess(), "health-last-success");
        waiting = Figure.on(first, messages.waiting(), "health-waiting");
        parked = Figure.on(first, messages.parked(), "health-parked");
        Composite second = figures();
        oldest = Figure.on(second, messages.oldestWaiting(), "oldest");
        conflicts = Figure.on(second, messages.conflicts(), "health-conflicts");
        gaps = Figure.on(second, messages.gaps(), "gaps");
        clock = Figure.on(second, messages.clock(), "clock-off");
        problem = Style.key(Style.classes(new Banner(main), "hint"), "health-problem");
        problem.setLayoutData(Grids.wide());
        Card chartCard = new Card(main);
        chartCard.setLayoutData(Grids.all());
        chartCard.setLayout(Grids.columns(chartCard, 1, 0, 14));
        chart = Style.key(new DayChart(chartCard, clocks.getZone()), "day-chart");
        chart.setLayoutData(Grids.all());

        kindsCard = new StackCard(side);
        kinds = Style.key(new RowList<Health.Kind>(kindsCard, ROW_HEIGHT), "kinds");
        kinds.column(Column.wide(kind -> EventWords.title(kind.type(), words), this::amounts))
                .column(Column.text(90, SWT.RIGHT, SWT.BOLD, kind -> Long.toString(kind.waiting() + kind.parked())));
        empty = Style.key(new Sign(kindsCard, Glyph.CHECK), "nothing-waits");
        empty.show(messages.nothingWaitsTitle(), messages.nothingWaitsLine());
        Card lanesCard = new Card(side);
        lanesCard.setLayoutData(Grids.wide(side, LANES_HEIGHT));
        lanesCard.setLayout(Grids.columns(lanesCard, 1, 0, 8));
        lanes = Style.key(new RowList<LaneState>(lanesCard, LANE_HEIGHT), "health-lanes");
        lanes.column(Column.wide(LaneState::name, lane -> ""))
                .column(Column.text(140, SWT.RIGHT, SWT.NORMAL, lane -> lane.state(messages)));
        lanes.setLayoutData(Grids.all());
        sync = side.leading(messages.syncNow(), "health-sync", SWT.F5, "F5", model::syncNow);
        model.onChange(this::show);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        Health health = model.health();
        Condition condition = health.condition();
        state.show(word(condition), condition.cssClass());
        lastSuccess.show(
                health.status()
                        .flatMap(SyncStatus::lastSuccess)
                        .map(then -> Ago.of(Duration.between(then, health.at()), words))
                        .orElse(messages.neverYet()),
                "");
        waiting.show(Long.toString(health.backlog().waiting()), "");
        parked.show(
                Long.toString(health.backlog().parked()), alarm(health.backlog().parked()));
        oldest.show(health.oldestWaiting().map(time -> Ago.of(time, words)).orElse(messages.none()), "");
        conflicts.show(Long.toString(health.conflicts()), alarm(health.conflicts()));
        gaps.show(Long.toString(health.gaps()), alarm(health.gaps()));
        Optional<Duration> off = health.status().flatMap(SyncStatus::clockOff);
        clock.show(off.map(this::clock).orElse(messages.clockRight()), off.isPresent() ? "alarm" : "");
        say(health.status().flatMap(SyncStatus::problem).orElse(""));
        chart.show(
                health.hours(),
                messages.dayTitle(),
                messages.dayLine(
                        health.hours().stream().mapToLong(Hour::sent).sum(),
                        health.hours().stream().mapToLong(Hour::failures).sum()));
        kinds.show(health.kinds(), -1);
        lanes.show(health.lanes(), -1);
        sync.setEnabled(model.canSync());
        kindsCard.bringUp(health.kinds().isEmpty() ? empty : kinds);
    }

    private void say(String sentence) {
        if (!sentence.equals(problem.getText()) || problem.getVisible() == sentence.isEmpty()) {
            problem.setText(sentence);
            Buttons.offer(problem, !sentence.isEmpty());
            main.layout();
        }
    }

    private String word(Condition condition) {
        return switch (condition) {
            case FAILED -> messages.failed();
            case CONFLICT -> messages.conflict();
            case OFFLINE -> messages.offline();
            case SYNCING -> messages.syncing();
            case WAITING -> messages.waitingState();
            case SYNCED -> messages.synced();
        };
    }

    /** @param off what must be added to the clock */
    private String clock(Duration off) {
        return off.isNegative() ? messages.clockAhead(-off.toSeconds()) : messages.clockBehind(off.toSeconds());
    }

    private String amounts(Health.Kind kind) {
        String waits = kind.waiting() > 0 ? messages.kindWaits(kind.waiting()) : "";
        String refused = kind.parked() > 0 ? messages.kindParked(kind.parked()) : "";
        return waits.isEmpty() || refused.isEmpty() ? waits + refused : waits + "  ·  " + refused;
    }

    private static String alarm(long count) {
        return count > 0 ? "alarm" : "";
    }

    private Composite figures() {
        Composite row = new Composite(main, SWT.NONE);
        row.setLayoutData(Grids.wide(main, FIGURE_HEIGHT));
        row.setLayout(Grids.equalColumns(row, 4, 12, 0));
        return row;
    }
}
