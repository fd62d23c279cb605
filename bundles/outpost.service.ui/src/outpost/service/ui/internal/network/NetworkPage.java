package outpost.service.ui.internal.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import outpost.outbox.Identity;
import outpost.protocol.SyncStatus;
import outpost.protocol.SyncStatus.Line;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.update.NetworkFinding;
import outpost.update.NetworkFinding.Step;
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
import outpost.widgets.TouchButton;

/** The way to the cloud step by step, who this till is there, and what is wrong, in words. */
public final class NetworkPage extends RoomPage {
    private static final int ROW_HEIGHT = 64;
    private static final int OUTCOME_WIDTH = 200;

    private final NetworkModel model;
    private final NetworkMessages messages;
    private final NetworkWords words;
    private final RowList<Stage> stages;
    private final Prose detail;
    private final TouchButton check;

    /** One line of the way: a step that is gone from here, or the sign-in behind them all. */
    private record Stage(String title, String help, String outcome) {}

    public NetworkPage(RoomView view, NetworkModel model, NetworkMessages messages) {
        super(Style.key(new FocusHolder(view.left()), "network-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        words = new NetworkWords(messages);
        main.setLayout(Grids.columns(main, 1, 0, 0));
        Card card = listCard();
        stages = Style.key(new RowList<Stage>(card, ROW_HEIGHT), "way");
        stages.column(Column.wide(Stage::title, Stage::help))
                .column(Column.text(OUTCOME_WIDTH, SWT.RIGHT, SWT.BOLD, Stage::outcome));
        stages.setLayoutData(Grids.all());
        detail = side.prose("network-detail");
        check = side.leading(messages.check(), "network-check", SWT.F5, "F5", model::check);
    }

    @Override
    public void opened() {
        if (model.finding().isEmpty()) {
            model.check();
        }
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
        Stream<Stage> steps =
                Stream.of(Step.values()).map(step -> new Stage(words.title(step), words.help(step), outcome(step)));
        stages.show(Stream.concat(steps, Stream.of(signIn())).toList(), -1);
        detail.show(paragraphs());
        check.setEnabled(model.canCheck());
    }

    private String outcome(Step step) {
        if (model.finding().isEmpty()) {
            return model.isGoing() ? messages.checking() : messages.notChecked();
        }
        NetworkFinding finding = model.finding().get();
        if (finding.isGone(step)) {
            return messages.good();
        }
        return finding.trouble().get().step() == step ? messages.bad() : messages.notReached();
    }

    private Stage signIn() {
        Line line = model.status().map(SyncStatus::line).orElse(Line.UNKNOWN);
        String outcome =
                switch (line) {
                    case ONLINE -> messages.good();
                    case REFUSED -> messages.bad();
                    case OFFLINE -> messages.notReached();
                    case UNKNOWN -> messages.notChecked();
                };
        return new Stage(messages.signIn(), messages.signInHelp(), outcome);
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> text = new ArrayList<>();
        model.finding().ifPresent(finding -> {
            boolean refused = finding.trouble().isEmpty()
                    && model.status()
                            .filter(status -> status.line() == Line.REFUSED)
                            .isPresent();
            if (refused) {
                text.add(new Paragraph(Weight.ALARM, messages.refusedTill()));
                model.status()
                        .flatMap(SyncStatus::problem)
                        .ifPresent(problem -> text.add(new Paragraph(Weight.QUIET, problem)));
            } else {
                text.add(new Paragraph(
                        finding.trouble().isEmpty() ? Weight.STRONG : Weight.ALARM, words.sentence(finding)));
                Optional.of(words.detail(finding))
                        .filter(quiet -> !quiet.isEmpty())
                        .ifPresent(quiet -> text.add(new Paragraph(Weight.QUIET, quiet)));
            }
            text.add(new Paragraph(Weight.RULE, ""));
        });
        model.identity().ifPresent(known -> text.addAll(identity(known)));
        return text;
    }

    private List<Paragraph> identity(Identity known) {
        List<Paragraph> text = new ArrayList<>();
        text.add(new Paragraph(Weight.TITLE, known.enrolment().terminalName()));
        text.add(new Paragraph(Weight.PLAIN, known.enrolment().branchName()));
        text.add(new Paragraph(Weight.QUIET, known.enrolment().terminalId().value()));
        text.add(new Paragraph(Weight.PLAIN, known.cloud().toString()));
        text.add(new Paragraph(Weight.QUIET, known.pin().map(messages::pinned).orElseGet(messages::notPinned)));
        return text;
    }
}
