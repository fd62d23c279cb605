package outpost.widgets.ask;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Column;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.RowList;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** The lines of a receipt; a touch or the space bar takes all of a line, plus and minus a part of it. */
final class LinesPanel extends Panel {
    private static final int ROW_HEIGHT = 68;

    private final LinePick pick;
    private final RowList<LinePick.Line> list;
    private final TouchButton answer;

    LinesPanel(Composite parent, AskTexts texts, Dialogue dialogue, Question.Lines lines) {
        super(parent, texts, dialogue, lines);
        pick = lines.pick();
        list = Style.key(new RowList<LinePick.Line>(body, ROW_HEIGHT), "lines");
        list.column(Column.wide(line -> line.name() + " · " + line.price(), this::state))
                .column(Column.button(52, Glyph.MINUS, place -> change(place, -1)))
                .column(Column.text(56, SWT.CENTER, SWT.BOLD, line -> pick.chosen(
                                pick.lines().indexOf(line))
                        .toString()))
                .column(Column.button(52, Glyph.PLUS, place -> change(place, 1)))
                .onTap(this::toggle)
                .setLayoutData(Grids.all());
        TouchButton all = new TouchButton(body, texts.all(), this::all).key(SWT.F5, "F5");
        Style.key(Style.classes(all, "choice"), "all").setLayoutData(Grids.wide(this, 56));
        answer = cancelAnd(
                texts.ok(), () -> dialogue.answer(() -> lines.answered().accept(pick)));
        refresh();
    }

    @Override
    void refresh() {
        list.show(pick.lines(), pick.selected());
        answer.setEnabled(!pick.isEmpty());
    }

    @Override
    void key(Event event) {
        if (event.keyCode == SWT.ARROW_UP || event.keyCode == SWT.ARROW_DOWN) {
            pick.select(pick.selected() + (event.keyCode == SWT.ARROW_UP ? -1 : 1));
            refresh();
        } else if (event.character == ' ') {
            toggle(pick.selected());
        } else if (event.character == '+' || event.character == '-') {
            change(pick.selected(), event.character == '+' ? 1 : -1);
        }
    }

    private String state(LinePick.Line line) {
        return line.left().isZero()
                ? texts.allCameBack()
                : texts.leftOf(line.left().toString(), line.sold().toString());
    }

    private void toggle(int place) {
        pick.toggle(place);
        refresh();
    }

    private void change(int place, int by) {
        pick.change(place, by);
        refresh();
    }

    private void all() {
        pick.all();
        refresh();
    }
}
