package outpost.application.internal;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import outpost.widgets.Banner;
import outpost.widgets.Card;
import outpost.widgets.EntryField;
import outpost.widgets.Glyph;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the start page: a card in the middle with one question, or with what is wrong. */
final class StartView extends Composite {
    private static final int WIDTH = 640;

    private final Card card;
    private final Banner banner;
    private Optional<EntryField> entry = Optional.empty();
    private Optional<TouchButton> connect = Optional.empty();

    private StartView(Composite parent, String title, String text) {
        super(parent, SWT.NONE);
        setLayout(new GridLayout());
        card = new Card(this);
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        data.widthHint = WIDTH;
        card.setLayoutData(data);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 40;
        layout.marginHeight = 36;
        layout.verticalSpacing = 16;
        card.setLayout(layout);
        Style.classes(new Label(card, SWT.NONE), "title").setText(title);
        Label explanation = Style.classes(new Label(card, SWT.WRAP), "explanation");
        explanation.setText(text);
        explanation.setLayoutData(wide());
        banner = Style.key(Style.classes(new Banner(card), "problem"), "enrol-problem");
        banner.setLayoutData(wide());
        say("");
    }

    static StartView ofProblem(Composite parent) {
        StartView view = new StartView(
                parent,
                "This till cannot start",
                "Nothing is lost. The shop's technician finds the reason in the log, in the till's data folder under log.");
        view.say(
                "The till's database could not be opened. Another till may be using the same data folder, or the disk may be full.");
        return view;
    }

    static StartView ofEnrolment(Composite parent, Enrolment enrolment, Optional<String> given) {
        StartView view = new StartView(
                parent,
                "Connect this till",
                "Paste the enrolment address that the cloud's administrator made for this lane. It works once, and needs the network; afterwards this till sells with or without it.");
        view.ask(enrolment, given.orElse(""));
        return view;
    }

    @Override
    public boolean setFocus() {
        return entry.map(Control::setFocus).orElseGet(super::setFocus);
    }

    void show(Enrolment enrolment) {
        boolean asking = enrolment.state() == Enrolment.State.ASKING;
        entry.ifPresent(field -> field.setEditable(asking));
        connect.ifPresent(button -> {
            button.setEnabled(asking);
            button.setText(asking ? "Connect" : "Connecting …");
        });
        say(enrolment.problem());
    }

    private void ask(Enrolment enrolment, String given) {
        EntryField field = new EntryField(card, Glyph.KEY, "http://host:port/#enrol=CODE");
        Style.key(field, "enrol-link").setText(given);
        GridData data = wide();
        data.heightHint = 64;
        field.setLayoutData(data);
        field.onEnter(enrolment::submit);
        TouchButton button =
                new TouchButton(card, "Connect", () -> enrolment.submit(field.getText())).key(SWT.NONE, "Enter");
        GridData buttonData = wide();
        buttonData.heightHint = 72;
        Style.key(Style.classes(button, "primary"), "enrol").setLayoutData(buttonData);
        entry = Optional.of(field);
        connect = Optional.of(button);
    }

    private void say(String problem) {
        banner.setText(problem);
        banner.setVisible(!problem.isEmpty());
        ((GridData) banner.getLayoutData()).exclude = problem.isEmpty();
        layout(true, true);
    }

    private static GridData wide() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false);
    }
}
