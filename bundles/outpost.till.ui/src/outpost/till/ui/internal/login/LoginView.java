package outpost.till.ui.internal.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import outpost.sales.User;
import outpost.widgets.Card;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.Keypad;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** Draws the log-in: people on the left, the chosen one's PIN on the right. It has the focus itself, so that digits arrive wherever the cashier tapped. */
final class LoginView extends Composite {
    private static final int WIDTH = 900;
    private static final int TILES = 8;
    private static final int TILE_HEIGHT = 76;
    private static final int FIRST_KEY = 5;

    private final LoginModel model;
    private final LoginMessages messages;
    private final Label title;
    private final List<TouchButton> tiles = new ArrayList<>();
    private final TouchButton earlier;
    private final TouchButton later;
    private final PinDots pin;
    private final TouchButton logIn;
    /** Place of the first person shown. */
    private int first;

    LoginView(Composite parent, LoginModel model, LoginMessages messages) {
        super(parent, SWT.NONE);
        this.model = model;
        this.messages = messages;
        setLayout(new GridLayout());
        Composite middle = new Composite(this, SWT.NONE);
        GridData middleData = new GridData(SWT.CENTER, SWT.CENTER, true, true);
        middleData.widthHint = Scale.px(this, WIDTH);
        middle.setLayoutData(middleData);
        middle.setLayout(Grids.equalColumns(middle, 2, 20, 0));

        Card people = new Card(middle);
        people.setLayoutData(Grids.all());
        people.setLayout(Grids.columns(people, 1, 10, 20));
        title = Style.key(Style.classes(new Label(people, SWT.WRAP), "title"), "login-title");
        title.setLayoutData(Grids.wide());
        for (int place = 0; place < TILES; place++) {
            tile(people, place);
        }
        Composite pages = new Composite(people, SWT.NONE);
        pages.setLayoutData(Grids.wide(this, 52));
        pages.setLayout(Grids.equalColumns(pages, 2, 8, 0));
        earlier = page(pages, messages.earlier(), -TILES, SWT.PAGE_UP, "PgUp");
        later = page(pages, messages.later(), TILES, SWT.PAGE_DOWN, "PgDn");

        Card proof = new Card(middle);
        proof.setLayoutData(Grids.all());
        proof.setLayout(Grids.columns(proof, 1, 10, 20));
        pin = Style.key(new PinDots(proof), "pin");
        pin.setLayoutData(Grids.wide(this, 92));
        Keypad.ofPin(proof, model::type, model::deleteLast, model::submit).setLayoutData(Grids.wide(this, 320));
        logIn = new TouchButton(proof, messages.logIn(), model::submit).key(SWT.CR, "Enter");
        Style.key(Style.classes(logIn, "primary"), "log-in").setLayoutData(Grids.wide(this, 72));

        addListener(SWT.KeyDown, this::key);
        model.onChange(this::refresh);
        refresh();
    }

    @Override
    public boolean setFocus() {
        return forceFocus();
    }

    private void refresh() {
        if (isDisposed()) {
            return;
        }
        Optional<User> selected = model.selected();
        title.setText(
                model.isLocked() && selected.isPresent()
                        ? messages.locked(selected.get().name())
                        : messages.who());
        List<User> users = model.users();
        first = Math.max(0, Math.min(first, users.size() - 1));
        for (int place = 0; place < TILES; place++) {
            show(
                    tiles.get(place),
                    first + place < users.size() ? Optional.of(users.get(first + place)) : Optional.empty());
        }
        earlier.setEnabled(first > 0);
        later.setEnabled(first + TILES < users.size());
        earlier.getParent().setVisible(users.size() > TILES);
        ((GridData) earlier.getParent().getLayoutData()).exclude = users.size() <= TILES;
        boolean problem = !model.problem().isEmpty();
        String whose = selected.map(user -> messages.pinOf(user.name())).orElse(messages.chooseFirst());
        Style.classes(pin, problem ? "problem" : "");
        pin.show(problem ? model.problem() : whose, model.digits());
        logIn.setEnabled(model.canSubmit());
        logIn.setText(model.isBusy() ? messages.checking() : messages.logIn());
        layout(true, true);
    }

    private void show(TouchButton tile, Optional<User> user) {
        tile.setVisible(user.isPresent());
        ((GridData) tile.getLayoutData()).exclude = user.isEmpty();
        tile.setText(user.map(User::name).orElse(""));
        boolean chosen = user.isPresent() && user.equals(model.selected());
        Style.classes(tile, chosen ? "choice chosen" : "choice");
        user.ifPresent(one -> Style.key(tile, "user-" + one.id()));
    }

    private void tile(Composite people, int place) {
        TouchButton tile = new TouchButton(people, "", () -> choose(place))
                .glyph(Glyph.PERSON)
                .key(SWT.F1 + FIRST_KEY + place - 1, "F" + (FIRST_KEY + place));
        tile.setLayoutData(Grids.wide(this, TILE_HEIGHT));
        tiles.add(tile);
    }

    private void choose(int place) {
        model.select(model.users().get(first + place));
        forceFocus();
    }

    private TouchButton page(Composite pages, String text, int by, int key, String keyName) {
        TouchButton button = new TouchButton(pages, text, () -> {
                    first += by;
                    refresh();
                })
                .key(key, keyName);
        button.setLayoutData(Grids.all());
        return button;
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> model.move(1);
            case SWT.ARROW_UP -> model.move(-1);
            case SWT.BS, SWT.DEL -> model.deleteLast();
            default -> model.type(Character.toString(event.character));
        }
    }
}
