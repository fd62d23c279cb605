package outpost.service.ui.internal.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import outpost.room.RoomPage;
import outpost.room.RoomView;
import outpost.service.ui.internal.data.DataModel.Verdict;
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

/** The database, the journal and the logs of this till. */
public final class DataPage extends RoomPage {
    private static final int ROW_HEIGHT = 64;
    private static final int SIZE_WIDTH = 200;
    private static final int SECONDS_BETWEEN = 5;
    private static final int MOST_SENTENCES = 12;

    private final DataModel model;
    private final DataMessages messages;
    private final Supplier<Locale> locale;
    private final RowList<Fact> facts;
    private final Prose detail;
    private final TouchButton check;

    private record Fact(String title, String help, String value) {}

    public DataPage(RoomView view, DataModel model, DataMessages messages, Supplier<Locale> locale) {
        super(Style.key(new FocusHolder(view.left()), "data-page"), new Buttons(view.right()));
        this.model = model;
        this.messages = messages;
        this.locale = locale;
        main.setLayout(Grids.columns(main, 1, 0, 0));
        Card card = listCard();
        facts = Style.key(new RowList<Fact>(card, ROW_HEIGHT), "data-sizes");
        facts.column(Column.wide(Fact::title, Fact::help))
                .column(Column.text(SIZE_WIDTH, SWT.RIGHT, SWT.BOLD, Fact::value));
        facts.setLayoutData(Grids.all());
        detail = side.prose("data-verdict");
        side.action(messages.export(), "export", SWT.F6, "F6", model::export);
        side.action(messages.exportElsewhere(), "export-elsewhere", SWT.F7, "F7", model::exportElsewhere);
        check = side.leading(messages.check(), "data-check", SWT.F5, "F5", model::check);
        readEvery(SECONDS_BETWEEN, model::refresh);
    }

    @Override
    public void show() {
        if (main.isDisposed()) {
            return;
        }
        facts.show(model.sizes().map(this::facts).orElse(List.of()), -1);
        detail.show(paragraphs());
        check.setEnabled(model.canCheck());
    }

    private List<Fact> facts(Sizes sizes) {
        return List.of(
                new Fact(messages.database(), sizes.folder().toString(), bytes(sizes.database())),
                new Fact(messages.ahead(), messages.aheadHelp(), bytes(sizes.ahead())),
                new Fact(messages.free(), messages.freeHelp(), bytes(sizes.free())),
                new Fact(messages.logs(), messages.logsHelp(), bytes(sizes.logs())),
                new Fact(messages.prints(), messages.printsHelp(), bytes(sizes.prints())),
                new Fact(
                        messages.waiting(),
                        messages.waitingHelp(),
                        Long.toString(sizes.waiting().waiting())),
                new Fact(messages.damaged(), messages.damagedHelp(), Integer.toString(sizes.damaged())));
    }

    private List<Paragraph> paragraphs() {
        if (model.isBusy()) {
            return List.of(new Paragraph(Weight.STRONG, messages.checking()));
        }
        return model.verdict()
                .map(this::paragraphs)
                .orElseGet(() -> List.of(new Paragraph(Weight.QUIET, messages.notChecked())));
    }

    private List<Paragraph> paragraphs(Verdict verdict) {
        List<Paragraph> text = new ArrayList<>();
        boolean whole = verdict.damages().isEmpty();
        text.add(new Paragraph(
                whole ? Weight.STRONG : Weight.ALARM, whole ? messages.databaseWhole() : messages.databaseDamaged()));
        quote(verdict.damages(), text);
        text.add(new Paragraph(Weight.RULE, ""));
        boolean sound = verdict.journal().faults().isEmpty();
        String entries = Long.toString(verdict.journal().entries());
        text.add(new Paragraph(
                sound ? Weight.STRONG : Weight.ALARM,
                sound ? messages.journalWhole(entries) : messages.journalDamaged(entries)));
        quote(verdict.journal().faults(), text);
        return text;
    }

    private static void quote(List<String> sentences, List<Paragraph> text) {
        sentences.stream().limit(MOST_SENTENCES).forEach(sentence -> text.add(new Paragraph(Weight.QUIET, sentence)));
    }

    /** In units that a person can compare; exact below a kilobyte. */
    private String bytes(long bytes) {
        long size = bytes;
        String unit = "B";
        for (String next : List.of("kB", "MB", "GB")) {
            if (size < 1_000) {
                break;
            }
            size = (size + 500) / 1_000;
            unit = next;
        }
        return String.format(locale.get(), "%,d %s", size, unit);
    }
}
