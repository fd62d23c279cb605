package outpost.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import outpost.values.Money;
import outpost.widgets.Buttons;
import outpost.widgets.Card;
import outpost.widgets.FocusHolder;
import outpost.widgets.Glyph;
import outpost.widgets.Grids;
import outpost.widgets.NoticeBar;
import outpost.widgets.Scanner;
import outpost.widgets.Sign;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;
import outpost.widgets.ask.AskPane;
import outpost.widgets.ask.AskTexts;

/** Draws a room: its pages' names above, on the left what is, on the right what can be done, or what is asked; a closed door where nobody is in. */
public final class RoomView extends Composite {
    private static final int SIDE_WIDTH = 380;
    private static final int TAB_HEIGHT = 52;

    private final Room room;
    private final String name;
    private final Composite tabs;
    private final NoticeBar notice;
    private final Composite left;
    private final Composite right;
    private final StackLayout lefts = new StackLayout();
    private final StackLayout rights = new StackLayout();
    private final List<RoomPage> pages = new ArrayList<>();
    private final List<TouchButton> buttons = new ArrayList<>();
    private final FocusHolder door;
    private final Buttons doorSide;
    private final AskPane ask;
    private Optional<RoomPage> shown = Optional.empty();

    /** @param name of the room, for tests: its pages' tabs are {@code NAME-PAGE} */
    public RoomView(
            Composite parent,
            Room room,
            RoomMessages messages,
            AskTexts asks,
            Function<Money, String> money,
            String name) {
        super(parent, SWT.NONE);
        this.room = room;
        this.name = name;
        setLayout(Grids.columns(this, 2, 12, 16));
        tabs = new Composite(this, SWT.NONE);
        GridData wide = Grids.wide(this, TAB_HEIGHT);
        wide.horizontalSpan = 2;
        tabs.setLayoutData(wide);
        tabs.setLayout(Grids.equalColumns(tabs, 1, 8, 0));
        notice = new NoticeBar(this, name + "-notice");
        ((GridData) notice.getLayoutData()).horizontalSpan = 2;
        left = new Composite(this, SWT.NONE);
        left.setLayoutData(Grids.all());
        left.setLayout(lefts);
        right = new Composite(this, SWT.NONE);
        right.setLayoutData(Grids.tall(this, SIDE_WIDTH));
        right.setLayout(rights);
        door = door(messages);
        doorSide = new Buttons(right);
        doorSide.room();
        doorSide.leading(messages.enterPin(), name + "-knock", SWT.CR, "Enter", room::knock);
        ask = new AskPane(right, asks, room.dialogue(), money);
    }

    /** Where pages put what is. */
    public Composite left() {
        return left;
    }

    /** Where pages put what can be done. */
    public Composite right() {
        return right;
    }

    /** The next page; its key is Ctrl and its number. */
    public void add(String pageName, String label, RoomPage page) {
        int place = pages.size();
        pages.add(page);
        TouchButton tab =
                new TouchButton(tabs, label, () -> room.go(place)).key(SWT.CTRL | ('1' + place), "^" + (place + 1));
        tab.setLayoutData(Grids.all());
        buttons.add(Style.key(Style.classes(tab, "choice"), name + "-" + pageName));
        ((GridLayout) tabs.getLayout()).numColumns = pages.size();
    }

    /** What is scanned with that page in sight is the answer to what is asked, or else the page's. */
    public void scans(RoomPage page, Consumer<String> heard) {
        Scanner.of(getShell()).onCode(page.main(), code -> {
            if (!asked() || !ask.scanned(code)) {
                heard.accept(code);
            }
        });
    }

    /** All pages were added. */
    public void begin() {
        room.onChange(this::refresh);
        refresh();
    }

    /** A second has passed, with this in sight. */
    public void tick() {
        if (room.inside().isEmpty() && shown.isPresent()) {
            refresh();
        }
        shown.ifPresent(RoomPage::tick);
    }

    @Override
    public boolean setFocus() {
        if (asked()) {
            return ask.setFocus();
        }
        Control place = shown.map(RoomPage::main).orElse(door);
        return !place.isDisposed() && place.setFocus(); // A window that closes hands the focus on while its parts go.
    }

    /** Draws the state of the room and of the page that is open. */
    public void refresh() {
        if (isDisposed()) {
            return;
        }
        boolean open = room.inside().isPresent();
        Optional<RoomPage> page = open ? Optional.of(pages.get(room.page())) : Optional.empty();
        for (int place = 0; place < buttons.size(); place++) {
            Style.classes(buttons.get(place), open && place == room.page() ? "choice chosen" : "choice");
            buttons.get(place).setEnabled(open && !asked());
        }
        notice.show(room.notice());
        boolean opened = !page.equals(shown);
        shown = page;
        if (opened) {
            page.ifPresent(RoomPage::opened);
        }
        page.ifPresent(RoomPage::show);
        boolean otherQuestion = ask.refresh();
        boolean otherLeft = bringUp(left, lefts, page.map(RoomPage::main).orElse(door));
        Control side = asked() ? ask : page.map(RoomPage::side).orElse(doorSide);
        boolean otherRight = bringUp(right, rights, side);
        if ((otherQuestion || otherLeft || otherRight) && isVisible()) {
            setFocus();
        }
    }

    private boolean asked() {
        return room.dialogue().question().isPresent();
    }

    private FocusHolder door(RoomMessages messages) {
        FocusHolder holder = Style.key(new FocusHolder(left), name + "-door");
        holder.setLayout(Grids.columns(holder, 1, 0, 0));
        Card card = new Card(holder);
        card.setLayoutData(Grids.all());
        card.setLayout(Grids.columns(card, 1, 0, 12));
        Sign sign = new Sign(card, Glyph.LOCK);
        sign.setLayoutData(Grids.all());
        sign.show(messages.closedTitle(), messages.closedLine());
        return holder;
    }

    private static boolean bringUp(Composite stack, StackLayout layout, Control page) {
        boolean other = layout.topControl != page;
        if (other) {
            layout.topControl = page;
            stack.layout();
        }
        return other;
    }
}
