package outpost.widgets.ask;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Banner;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Who says yes, and a PIN of which only the number of digits shows. */
final class PinPanel extends Panel {
    private static final int MOST_DIGITS = 12;
    private static final int MOST_PEOPLE = 6;

    private final Question.Pin pin;
    private final FigureField field;
    private final List<TouchButton> people = new ArrayList<>();
    private final TouchButton answer;
    private int selected;
    private String digits = "";

    PinPanel(Composite parent, AskTexts texts, Dialogue dialogue, Question.Pin pin) {
        super(parent, texts, dialogue, pin);
        this.pin = pin;
        pin.problem().ifPresent(this::problem);
        peopleGrid();
        field = Style.key(new FigureField(body, this::key), "pin");
        field.setLayoutData(Grids.wide(this, 64));
        Keypad.ofPin(body, this::type, this::delete, this::answer).setLayoutData(Grids.all());
        answer = cancelAnd(texts.ok(), this::answer);
        refresh();
    }

    @Override
    void refresh() {
        field.show("●".repeat(digits.length()), false);
        answer.setEnabled(!digits.isEmpty());
        for (int place = 0; place < people.size(); place++) {
            Style.classes(people.get(place), place == selected ? "choice chosen" : "choice");
        }
    }

    @Override
    void key(Event event) {
        if (event.keyCode == SWT.BS || event.keyCode == SWT.DEL) {
            delete();
        } else {
            type(Character.toString(event.character));
        }
    }

    @Override
    public boolean setFocus() {
        return !field.isDisposed() && field.forceFocus();
    }

    private void problem(String sentence) {
        Banner banner = Style.key(Style.classes(new Banner(body), "problem"), "pin-problem");
        banner.setText(sentence);
        banner.setLayoutData(Grids.wide());
    }

    private void peopleGrid() {
        Composite grid = new Composite(body, SWT.NONE);
        grid.setLayoutData(Grids.wide());
        grid.setLayout(Grids.equalColumns(grid, 2, 8, 0));
        for (Question.Person person :
                pin.people().subList(0, Math.min(MOST_PEOPLE, pin.people().size()))) {
            int place = people.size();
            TouchButton button =
                    new TouchButton(grid, person.name(), () -> select(place)).key(SWT.F5 + place, "F" + (5 + place));
            Style.key(Style.classes(button, "choice"), "person-" + person.id()).setLayoutData(Grids.wide(this, 52));
            people.add(button);
        }
    }

    private void select(int place) {
        selected = place;
        digits = "";
        refresh();
    }

    private void type(String typed) {
        if (!typed.isEmpty()
                && typed.chars().allMatch(c -> c >= '0' && c <= '9')
                && digits.length() + typed.length() <= MOST_DIGITS) {
            digits += typed;
        }
        refresh();
    }

    private void delete() {
        digits = digits.isEmpty() ? "" : digits.substring(0, digits.length() - 1);
        refresh();
    }

    private void answer() {
        if (digits.isEmpty()) {
            return;
        }
        Question.Person person = pin.people().get(selected);
        String given = digits;
        dialogue.answer(() -> pin.answered().accept(person, given));
    }
}
