package outpost.widgets.ask;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import outpost.widgets.Card;
import outpost.widgets.Grids;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A question's place: the question above, room for its answer, and below the two ways to go on. */
abstract class Panel extends Composite {
    private static final int BAR_HEIGHT = 72;
    private static final int USUAL_TEXT = 100;
    /** What the bar above, the question, the margins and the buttons below take. */
    private static final int AROUND = 300;

    final AskTexts texts;
    final Dialogue dialogue;
    /** Where the answer is shown and given. */
    final Composite body;

    private final Composite bar;
    private final Heading heading;

    Panel(Composite parent, AskTexts texts, Dialogue dialogue, Question question) {
        super(parent, SWT.NONE);
        this.texts = texts;
        this.dialogue = dialogue;
        setLayout(Grids.columns(this, 1, 12, 0));
        Card card = new Card(this);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 12, 20));
        heading = Style.key(new Heading(card, question, this::key), "question");
        heading.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        body = new Composite(card, SWT.NONE);
        body.setLayoutData(Grids.all());
        body.setLayout(Grids.columns(body, 1, 12, 0));
        bar = new Composite(this, SWT.NONE);
        bar.setLayoutData(Grids.wide(this, BAR_HEIGHT));
    }

    /** Room for an answer's rows, in pixels of the usual size of text: less where the text is large or the window low. */
    final int room() {
        return getShell().getClientArea().height * USUAL_TEXT / Scale.percent(getDisplay()) - AROUND;
    }

    /** To be called last: how many columns the bar has follows from whether there is something to confirm. */
    final void cancelOnly() {
        bar.setLayout(Grids.columns(bar, 1, 12, 0));
        cancel();
    }

    /** The way back, and the one forward. */
    final TouchButton cancelAnd(String forward, Runnable action) {
        bar.setLayout(Grids.equalColumns(bar, 2, 12, 0));
        cancel();
        TouchButton button = new TouchButton(bar, forward, action).key(SWT.CR, "Enter");
        Style.key(Style.classes(button, "primary"), "answer").setLayoutData(Grids.all());
        return button;
    }

    private void cancel() {
        TouchButton button = new TouchButton(bar, texts.cancel(), dialogue::giveUp).key(SWT.ESC, "Esc");
        Style.key(button, "cancel").setLayoutData(Grids.all());
    }

    /** Draws anew what may have changed. */
    void refresh() {}

    /** Keys that no button answers to. */
    void key(Event event) {}

    /** A scanned code; answers whether it is an answer. */
    boolean scanned(String code) {
        return false;
    }

    @Override
    public boolean setFocus() {
        return !heading.isDisposed() && heading.forceFocus();
    }
}
