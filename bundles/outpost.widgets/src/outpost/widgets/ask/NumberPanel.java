package outpost.widgets.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.values.Money;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A figure by keys or fingers; where it can be a share or an amount, one touch goes from the one to the other. */
final class NumberPanel extends Panel {
    private static final int LEAST_ROOM = 380;
    private static final int LOW_HEIGHT = 60;
    private static final int LOW_UNITS_WIDTH = 250;
    private static final String[] QUICK_PERCENT = {"5", "10", "15", "20", "25", "50"};

    private final Figure figure;
    private final Function<Money, String> money;
    private final FigureField field;
    private final List<TouchButton> units = new ArrayList<>();
    private final Composite quick;
    private final TouchButton answer;

    NumberPanel(
            Composite parent,
            AskTexts texts,
            Dialogue dialogue,
            Question.Number number,
            Function<Money, String> money) {
        super(parent, texts, dialogue, number);
        this.money = money;
        figure = number.figure();
        boolean low = room() < LEAST_ROOM;
        Composite above = low ? sideBySide() : body;
        if (figure.units().size() > 1) {
            unitRow(above, low);
        }
        field = Style.key(new FigureField(above, this::key), "figure");
        field.setLayoutData(Grids.wide(this, low ? LOW_HEIGHT : 80));
        quick = new Composite(body, SWT.NONE);
        quick.setLayout(Grids.equalColumns(quick, QUICK_PERCENT.length, 8, 0));
        GridData quickData = Grids.wide(this, 52);
        quickData.exclude = low || !figure.units().contains(Figure.Unit.PERCENT);
        quick.setLayoutData(quickData);
        for (String percent : QUICK_PERCENT) {
            TouchButton button = new TouchButton(quick, percent + " %", () -> set(percent));
            Style.key(button, "percent-" + percent).setLayoutData(Grids.all());
        }
        Keypad.ofFigure(body, this::type, this::delete).setLayoutData(Grids.all());
        answer = cancelAnd(
                texts.ok(), () -> dialogue.answer(() -> number.answered().accept(figure)));
        refresh();
    }

    @Override
    void refresh() {
        String typed = figure.digits();
        field.show(
                switch (figure.unit()) {
                    case MONEY -> money.apply(figure.money().orElse(figure.zero()));
                    case PERCENT -> (typed.isEmpty() ? "0" : typed) + " %";
                    case QUANTITY -> typed.isEmpty() ? "0" : typed;
                },
                figure.isEmpty());
        for (int place = 0; place < units.size(); place++) {
            boolean current = figure.units().get(place) == figure.unit();
            Style.classes(units.get(place), current ? "choice selected" : "choice");
        }
        quick.setVisible(figure.unit() == Figure.Unit.PERCENT && !((GridData) quick.getLayoutData()).exclude);
        answer.setEnabled(figure.isComplete());
    }

    @Override
    public boolean setFocus() {
        return !field.isDisposed() && field.forceFocus();
    }

    @Override
    void key(Event event) {
        if (event.keyCode == SWT.BS || event.keyCode == SWT.DEL) {
            delete();
        } else if (event.character == '%' && figure.units().contains(Figure.Unit.PERCENT)) {
            become(Figure.Unit.PERCENT);
        } else if (event.character != 0) {
            type(Character.toString(event.character));
        }
    }

    /** Where the text is large or the window low, the units stand beside the figure, and the digits get the room. */
    private Composite sideBySide() {
        Composite row = new Composite(body, SWT.NONE);
        row.setLayoutData(Grids.wide(this, LOW_HEIGHT));
        row.setLayout(Grids.columns(row, figure.units().size() > 1 ? 2 : 1, 8, 0));
        return row;
    }

    private void unitRow(Composite above, boolean low) {
        Composite row = new Composite(above, SWT.NONE);
        row.setLayoutData(low ? Grids.tall(this, LOW_UNITS_WIDTH) : Grids.wide(this, 52));
        row.setLayout(Grids.equalColumns(row, figure.units().size(), 8, 0));
        for (Figure.Unit unit : figure.units()) {
            int key = SWT.F5 + units.size();
            TouchButton button =
                    new TouchButton(row, named(unit), () -> become(unit)).key(key, "F" + (5 + units.size()));
            Style.key(Style.classes(button, "choice"), "unit-" + unit.name().toLowerCase(Locale.ROOT))
                    .setLayoutData(Grids.all());
            units.add(button);
        }
    }

    private String named(Figure.Unit unit) {
        return switch (unit) {
            case PERCENT -> texts.percent();
            case MONEY -> texts.amount();
            case QUANTITY -> texts.quantity();
        };
    }

    private void become(Figure.Unit unit) {
        if (figure.unit() != unit) {
            figure.become(unit);
            refresh();
        }
    }

    private void type(String typed) {
        figure.type(typed);
        refresh();
    }

    private void set(String typed) {
        figure.set(typed);
        refresh();
    }

    private void delete() {
        figure.deleteLast();
        refresh();
    }
}
