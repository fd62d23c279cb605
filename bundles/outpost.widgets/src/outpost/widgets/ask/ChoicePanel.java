package outpost.widgets.ask;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import outpost.widgets.Grids;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A button for each thing to choose; the first nine answer to their number, the leading one to Enter. */
final class ChoicePanel extends Panel {
    private static final int HEIGHT = 64;
    private static final int LOW_HEIGHT = 56;
    private static final int GAP = 10;
    private static final int KEYS = 9;

    ChoicePanel(Composite parent, AskTexts texts, Dialogue dialogue, Question.Choice choice) {
        super(parent, texts, dialogue, choice);
        List<Question.Option> options = choice.options();
        int columns = options.size() * (HEIGHT + GAP) > room() ? 2 : 1;
        body.setLayout(Grids.equalColumns(body, columns, GAP, 0));
        for (int place = 0; place < options.size(); place++) {
            option(options.get(place), place, columns);
        }
        cancelOnly();
    }

    private void option(Question.Option option, int place, int columns) {
        TouchButton button = new TouchButton(body, option.text(), () -> dialogue.answer(option.chosen()));
        if (option.weighty()) {
            button.key(SWT.CR, "Enter");
        } else if (place < KEYS) {
            button.key('1' + place, Integer.toString(place + 1));
        }
        Style.key(Style.classes(button, option.weighty() ? "primary" : "choice"), "option-" + option.name());
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = Grids.wide(this, columns == 1 ? HEIGHT : LOW_HEIGHT).heightHint;
        button.setLayoutData(data);
    }
}
