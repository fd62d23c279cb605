package outpost.widgets.ask;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Column;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Style;

/** One of many things: typing makes them fewer, the arrows select, Enter or a touch takes. */
final class SearchPanel extends Panel {
    private static final int ROW_HEIGHT = 64;
    private static final int RIGHT_WIDTH = 140;

    private final Finder finder;
    private final EntryField field;
    private final RowList<Finder.Row> list;
    private int selected;

    SearchPanel(Composite parent, AskTexts texts, Dialogue dialogue, Question.Search search) {
        super(parent, texts, dialogue, search);
        finder = search.finder();
        field = Style.key(new EntryField(body, Glyph.SEARCH, search.placeholder()), "find");
        field.setLayoutData(Grids.wide(this, 60));
        field.onChange(this::typed).onKey(this::key);
        list = Style.key(new RowList<Finder.Row>(body, ROW_HEIGHT), "found");
        list.column(Column.wide(Finder.Row::text, Finder.Row::second))
                .column(Column.text(RIGHT_WIDTH, SWT.RIGHT, SWT.BOLD, Finder.Row::right))
                .onTap(this::take)
                .setLayoutData(Grids.all());
        cancelAnd(texts.ok(), this::takeSelected);
        finder.lookFor("");
        refresh();
    }

    @Override
    void refresh() {
        selected = Math.max(0, Math.min(finder.rows().size() - 1, selected));
        list.show(finder.rows(), finder.rows().isEmpty() ? -1 : selected);
    }

    @Override
    void key(Event event) {
        boolean up = event.keyCode == SWT.ARROW_UP;
        if (up || event.keyCode == SWT.ARROW_DOWN) {
            event.doit = false;
            selected += up ? -1 : 1;
            refresh();
        }
    }

    @Override
    boolean scanned(String code) {
        dialogue.answer(() -> finder.notFound(code));
        return true;
    }

    @Override
    public boolean setFocus() {
        return field.setFocus();
    }

    private void typed(String text) {
        selected = 0;
        finder.lookFor(text);
        refresh();
    }

    private void takeSelected() {
        if (!finder.rows().isEmpty()) {
            take(selected);
        } else if (!field.getText().isBlank()) {
            String text = field.getText().strip();
            dialogue.answer(() -> finder.notFound(text));
        }
    }

    private void take(int place) {
        Finder.Row row = finder.rows().get(place);
        dialogue.answer(() -> finder.chosen(row));
    }
}
