package outpost.application.internal;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import outpost.widgets.Banner;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the start page: a card in the middle with one question, or with what is wrong. */
final class StartView extends Composite {
    private static final int WIDTH = 640;

    private final WindowMessages messages;
    private final Card card;
    private final Label explanation;
    private final Banner banner;
    private Enrolment.State asked = Enrolment.State.ASKING;
    private Optional<TouchButton> back = Optional.empty();
    private Optional<EntryField> entry = Optional.empty();
    private Optional<TouchButton> connect = Optional.empty();

    private StartView(Composite parent, WindowMessages messages, String title, String text) {
        super(parent, SWT.NONE);
        this.messages = messages;
        setLayout(new GridLayout());
        card = new Card(this);
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        data.widthHint = Scale.px(this, WIDTH);
        card.setLayoutData(data);
        card.setLayout(Grids.columns(card, 1, 16, 40));
        Style.classes(new Label(card, SWT.NONE), "title").setText(title);
        explanation = Style.key(Style.classes(new Label(card, SWT.WRAP), "explanation"), "enrol-step");
        explanation.setText(text);
        explanation.setLayoutData(Grids.wide());
        banner = Style.key(Style.classes(new Banner(card), "problem"), "enrol-problem");
        banner.setLayoutData(Grids.wide());
        say("");
    }

    static StartView ofProblem(Composite parent, WindowMessages messages) {
        StartView view = new StartView(parent, messages, messages.cannotStartTitle(), messages.cannotStartLine());
        view.say(messages.cannotStartReason());
        return view;
    }

    static StartView ofEnrolment(
            Composite parent, WindowMessages messages, Enrolment enrolment, Optional<String> given) {
        StartView view = new StartView(parent, messages, messages.connectTitle(), messages.connectLine());
        view.ask(enrolment, given.orElse(""));
        enrolment.onChange(() -> view.show(enrolment));
        view.show(enrolment);
        return view;
    }

    @Override
    public boolean setFocus() {
        return entry.map(Control::setFocus).orElseGet(super::setFocus);
    }

    private void show(Enrolment enrolment) {
        if (isDisposed()) {
            return;
        }
        boolean asking =
                enrolment.state() == Enrolment.State.ASKING || enrolment.state() == Enrolment.State.ASKING_CLOUD;
        if (asking && enrolment.state() != asked) {
            step(enrolment.state());
        }
        entry.ifPresent(field -> field.setEditable(asking));
        connect.ifPresent(button -> {
            button.setEnabled(asking);
            button.setText(asking ? messages.connect() : messages.connecting());
        });
        say(enrolment.problem());
    }

    /** The next question, or the one before. */
    private void step(Enrolment.State next) {
        asked = next;
        boolean forCloud = next == Enrolment.State.ASKING_CLOUD;
        explanation.setText(forCloud ? messages.connectCloudLine() : messages.connectLine());
        entry.ifPresent(field -> {
            field.setText("");
            field.setFocus();
        });
        back.ifPresent(button -> Buttons.offer(button, forCloud));
    }

    private void ask(Enrolment enrolment, String given) {
        EntryField field = new EntryField(card, Glyph.KEY, messages.connectHint());
        Style.key(field, "enrol-link").setText(given);
        field.setLayoutData(Grids.wide(this, 64));
        field.onEnter(enrolment::submit);
        TouchButton button = new TouchButton(card, messages.connect(), () -> enrolment.submit(field.getText()))
                .key(SWT.NONE, "Enter");
        Style.key(Style.classes(button, "primary"), "enrol").setLayoutData(Grids.wide(this, 72));
        TouchButton before = new TouchButton(card, messages.connectBack(), enrolment::back).key(SWT.ESC, "Esc");
        Style.key(before, "enrol-back").setLayoutData(Grids.wide(this, 60));
        Buttons.offer(before, false);
        back = Optional.of(before);
        entry = Optional.of(field);
        connect = Optional.of(button);
    }

    private void say(String problem) {
        banner.setText(problem);
        banner.setVisible(!problem.isEmpty());
        ((GridData) banner.getLayoutData()).exclude = problem.isEmpty();
        layout(true, true);
    }
}
