package outpost.widgets.ask;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.values.Money;

/** Where questions are asked: shows the one that stands, and gives it the focus when it comes. */
public final class AskPane extends Composite {
    private final AskTexts texts;
    private final Dialogue dialogue;
    private final Function<Money, String> money;
    private final StackLayout stack = new StackLayout();
    private Optional<Question> shown = Optional.empty();
    private Optional<Panel> panel = Optional.empty();

    public AskPane(Composite parent, AskTexts texts, Dialogue dialogue, Function<Money, String> money) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.dialogue = dialogue;
        this.money = money;
        setLayout(stack);
    }

    /** Answers whether another question is shown than before, or none any more. */
    public boolean refresh() {
        boolean other = !same(shown, dialogue.question());
        if (other) {
            panel.ifPresent(this::putAway);
            shown = dialogue.question();
            panel = shown.map(this::panelOf);
            stack.topControl = panel.orElse(null);
            layout(true, true);
        } else {
            panel.ifPresent(Panel::refresh);
        }
        return other;
    }

    /** Gives a scanned code to the question; answers whether it is an answer to it. */
    public boolean scanned(String code) {
        return panel.filter(open -> open.scanned(code)).isPresent();
    }

    @Override
    public boolean setFocus() {
        return panel.filter(Panel::setFocus).isPresent();
    }

    /** The key that answered is still on its way through the panel: it goes at once from sight, and for good once the key was dealt with. */
    private void putAway(Panel old) {
        old.setVisible(false);
        getDisplay().asyncExec(old::dispose);
    }

    /** Two questions may have the same words and still be two. */
    private static boolean same(Optional<Question> one, Optional<Question> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get() == other.get());
    }

    private Panel panelOf(Question question) {
        if (question instanceof Question.Choice choice) {
            return new ChoicePanel(this, texts, dialogue, choice);
        }
        if (question instanceof Question.Number number) {
            return new NumberPanel(this, texts, dialogue, number, money);
        }
        if (question instanceof Question.Words words) {
            return new WordsPanel(this, texts, dialogue, words);
        }
        if (question instanceof Question.Pin pin) {
            return new PinPanel(this, texts, dialogue, pin);
        }
        if (question instanceof Question.Search search) {
            return new SearchPanel(this, texts, dialogue, search);
        }
        if (question instanceof Question.Lines lines) {
            return new LinesPanel(this, texts, dialogue, lines);
        }
        throw new IllegalArgumentException("no panel for " + question);
    }
}
