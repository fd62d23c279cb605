package outpost.till.ui.internal.day.journal;

import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.sales.JournalFindings;
import outpost.sales.JournalLine;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Page;
import outpost.widgets.RowList;
import outpost.widgets.Sign;
import outpost.widgets.StackCard;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** What happened at the till, the newest first, and the proof that nothing of it was changed. */
public final class JournalPage extends Page {
    private static final int ROW_HEIGHT = 60;
    private static final int AMOUNT_WIDTH = 130;
    private static final int NUMBER_WIDTH = 90;
    private static final int FAULTS_SHOWN = 3;

    private final JournalModel model;
    private final JournalMessages messages;
    private final EntryField entry;
    private final StackCard card;
    private final RowList<JournalLine> list;
    private final Sign empty;
    private final Sign verdict;
    private final TouchButton verify;
    private int selected;

    public JournalPage(Composite left, Composite right, JournalModel model, JournalMessages messages) {
        super(new Composite(left, SWT.NONE), new Buttons(right));
        this.model = model;
        this.messages = messages;
        main.setLayout(Grids.columns(main, 1, 12, 0));
        entry = Style.key(new EntryField(main, Glyph.SEARCH, messages.search()), "journal-search");
        entry.setLayoutData(Grids.wide(main, 60));
        entry.setText(model.wanted());
        entry.onChange(model::filter).onKey(this::key);
        card = new StackCard(main);
        list = Style.key(new RowList<JournalLine>(card, ROW_HEIGHT), "journal");
        list.column(Column.wide(model::title, model::second))
                .column(Column.text(AMOUNT_WIDTH, SWT.RIGHT, SWT.BOLD, model::amount))
                .column(Column.text(NUMBER_WIDTH, SWT.RIGHT, SWT.NORMAL, line -> Long.toString(line.seq())))
                .onTap(this::select);
        empty = Style.key(new Sign(card, Glyph.RECEIPT), "no-journal");
        empty.show(messages.nothingTitle(), messages.nothingLine());
        Card proof = new Card(side);
        proof.setLayoutData(Grids.all());
        proof.setLayout(Grids.columns(proof, 1, 0, 8));
        verdict = Style.key(new Sign(proof, Glyph.LOCK), "journal-verdict");
        verdict.setLayoutData(Grids.all());
        verify = side.leading(messages.verify(), "verify-journal", SWT.F6, "F6", model::verify);
        model.onChange(this::changed);
    }

    @Override
    public void opened() {
        model.refresh();
    }

    @Override
    public void show() {
        list.show(model.shown(), selected);
        verify.setEnabled(!model.isVerifying());
        if (model.isVerifying()) {
            verdict.show(messages.verifying(), "");
        } else if (model.problem().isPresent()) {
            verdict.show("", model.problem().get());
        } else {
            model.findings()
                    .ifPresentOrElse(
                            this::show, () -> verdict.show(messages.notVerifiedTitle(), messages.notVerifiedLine()));
        }
        card.bringUp(model.isRead() && list.rowCount() == 0 ? empty : list);
    }

    private void show(JournalFindings findings) {
        if (findings.faults().isEmpty()) {
            verdict.show(messages.whole(), messages.entries(findings.entries()));
        } else {
            String first = findings.faults().stream().limit(FAULTS_SHOWN).collect(Collectors.joining("\n"));
            verdict.show(messages.damaged(findings.faults().size()), first);
        }
    }

    private void changed() {
        if (!main.isDisposed()) {
            show();
        }
    }

    private void select(int place) {
        selected = Math.max(0, Math.min(list.rowCount() - 1, place));
        show();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            select(selected + (event.keyCode == SWT.ARROW_DOWN ? 1 : -1));
            event.doit = false;
        }
    }
}
