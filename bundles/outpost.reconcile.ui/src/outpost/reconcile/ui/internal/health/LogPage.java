package outpost.reconcile.ui.internal.health;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import outpost.protocol.SyncCounters;
import outpost.protocol.SyncRun;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.widgets.Amounts;
import outpost.widgets.Buttons;
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

/** What the sync worker did, the newest first, and why something of it went wrong. */
public final class LogPage extends RoomPage {
    private static final int ROW_HEIGHT = 60;
    private static final int SECONDS_BETWEEN = 3;

    private final HealthModel model;
    private final HealthMessages messages;
    private final Amounts amounts;
    private final ZoneId zone;
    private final StackCard card;
    private final RowList<SyncRun> runs;
    private final Sign empty;
    private final Prose detail;
    private final TouchButton sync;
    private int selected = -1;

    public LogPage(RoomView view, HealthModel model, HealthMessages messages, Amounts amounts, ZoneId zone) {
        super(Style.key(new FocusHolder(view.left()), "log-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.amounts = amounts;
        this.zone = zone;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        card = new StackCard(main);
        runs = Style.key(new RowList<SyncRun>(card, ROW_HEIGHT), "sync-log");
        runs.column(Column.wide(run -> kind(run) + "  ·  " + time(run), this::what))
                .column(Column.text(170, SWT.RIGHT, SWT.BOLD, this::outcome))
                .onTap(this::select);
        empty = new Sign(card, Glyph.CHECK);
        empty.show(messages.noRunsTitle(), messages.noRunsLine());
        main.addListener(SWT.KeyDown, this::key);
        detail = side.prose("run-detail");
        sync = side.leading(messages.syncNow(), "log-sync", SWT.F5, "F5", model::syncNow);
        model.onChange(this::show);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        List<SyncRun> known = model.runs();
        selected = Math.min(known.size() - 1, selected);
        runs.show(known, selected);
        detail.show(Stream.concat(chosen().stream(), totals().stream()).toList());
        sync.setEnabled(model.canSync());
        card.bringUp(known.isEmpty() ? empty : runs);
    }

    private List<Paragraph> chosen() {
        if (selected < 0) {
            return List.of();
        }
        SyncRun run = model.runs().get(selected);
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, kind(run)));
        text.add(new Paragraph(Weight.QUIET, time(run) + "  ·  " + messages.runMillis(run.durationMillis())));
        text.add(new Paragraph(run.code().isPresent() ? Weight.ALARM : Weight.STRONG, outcome(run)));
        run.problem().ifPresent(problem -> text.add(new Paragraph(Weight.PLAIN, problem)));
        run.code().ifPresent(code -> text.add(new Paragraph(Weight.QUIET, code)));
        text.add(new Paragraph(Weight.RULE, ""));
        return text;
    }

    private List<Paragraph> totals() {
        return model.counters().map(this::totals).orElse(List.of());
    }

    private List<Paragraph> totals(SyncCounters counters) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.STRONG, messages.countersTitle()));
        Stream.of(
                        messages.countQueued(counters.queuedEvents()),
                        messages.countSynced(counters.syncedEvents()),
                        messages.countDeltas(counters.deltaSyncRuns()),
                        messages.countReconciles(counters.reconcileRuns()),
                        messages.countSnapshots(counters.snapshotRuns()),
                        messages.countRefused(counters.refusedEvents()),
                        messages.countResent(counters.resentEvents()),
                        messages.countRenewals(counters.renewals()))
                .map(line -> new Paragraph(Weight.QUIET, line))
                .forEach(text::add);
        return text;
    }

    private String kind(SyncRun run) {
        return switch (run.kind()) {
            case CYCLE -> messages.runCycle();
            case SNAPSHOT -> messages.runSnapshot();
            case RECONCILE -> messages.runReconcile();
            case RENEWAL -> messages.runRenewal();
            case RESEND -> messages.runResend();
        };
    }

    private String what(SyncRun run) {
        return Stream.of(
                        run.sent() > 0 ? messages.runSent(run.sent()) : "",
                        run.received() > 0 ? messages.runReceived(run.received()) : "",
                        run.problem().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ·  "));
    }

    private String outcome(SyncRun run) {
        return run.code().isPresent() ? messages.runFailed(run.attempt()) : messages.runWell();
    }

    private String time(SyncRun run) {
        return amounts.dayAndTime(run.at().atZone(zone));
    }

    private void select(int place) {
        selected = Math.max(0, Math.min(model.runs().size() - 1, place));
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
