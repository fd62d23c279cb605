package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Ticket;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;

/**
 * What the Sell perspective shows and does. Lives on the UI thread; everything that touches the disk runs in the background, one
 * thing after the other, so that products arrive in the order in which they were scanned.
 */
final class SellModel {
    enum Screen {
        SELL,
        PAY,
        /** The sale is made; its receipt shows until the next customer's first product. */
        PAID
    }

    private final Shop shop;
    private final Background background;
    private final Selection selection;
    private final Dialogue dialogue = new Dialogue(this::fireChanged);
    private final Search search;
    private final LineActs line;
    private final TicketActs whole;
    private final Returns returns;
    private final Adding adding;
    private final Ringing ringing;
    private final Paying paying;
    private final Printing printing;
    private final QuickKeys quickKeys;
    private final AgeCheck age;
    private final More more;
    private Runnable changed = () -> {};
    private Optional<Notice> notice = Optional.empty();

    SellModel(
            Shop shop,
            Printing.Devices devices,
            Background background,
            SellMessages texts,
            Refusals refusals,
            Amounts amounts) {
        this.shop = shop;
        this.background = background;
        selection = new Selection(shop.open().ticket());
        Acts acts = new Acts(shop, dialogue, background, texts, refusals, this::say);
        search = new Search(shop.catalog(), background, this::fireChanged);
        printing = new Printing(devices, shop, acts, background, texts, amounts, this::say);
        line = new LineActs(shop.open(), selection, acts, dialogue, texts, this::say, this::become, amounts);
        whole = new TicketActs(shop, acts, dialogue, background, texts, amounts, this::say, this::become, printing);
        returns = new Returns(shop, acts, dialogue, background, texts, amounts, this::say, this::become);
        adding = new Adding(shop, acts, dialogue, background, texts, amounts, this::say, this::added);
        ringing = new Ringing(this, shop.catalog(), acts, background, texts);
        paying = new Paying(
                shop, acts, dialogue, background, texts, amounts, this::say, this::become, whole::customer, printing);
        quickKeys = new QuickKeys(shop.catalog(), background, this::fireChanged);
        age = new AgeCheck(shop.open(), acts, dialogue, texts, amounts, this::become);
        more = new More(this, dialogue, texts);
    }

    /**
     * @param changedListener draws everything anew
     * @param entryListener puts that text into the entry field
     */
    void show(Runnable changedListener, Consumer<String> entryListener) {
        changed = changedListener;
        ringing.show(entryListener);
        fireChanged();
        whole.countWaiting();
        quickKeys.update();
    }

    Screen screen() {
        if (paying.isOpen()) {
            return Screen.PAY;
        }
        return paying.paid().isPresent() ? Screen.PAID : Screen.SELL;
    }

    Ticket ticket() {
        return shop.open().ticket();
    }

    /** Whether prices contain the tax. */
    boolean taxIncluded() {
        return shop.rules().taxIncluded();
    }

    Selection selection() {
        return selection;
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Search search() {
        return search;
    }

    /** What can be done with the selected line. */
    LineActs line() {
        return line;
    }

    /** What can be done with the whole ticket. */
    TicketActs whole() {
        return whole;
    }

    Returns returns() {
        return returns;
    }

    /** How something comes onto the ticket that is in no catalog. */
    Adding adding() {
        return adding;
    }

    /** How what is typed, scanned or tapped comes onto the ticket. */
    Ringing ringing() {
        return ringing;
    }

    Paying paying() {
        return paying;
    }

    Printing printing() {
        return printing;
    }

    QuickKeys quickKeys() {
        return quickKeys;
    }

    More more() {
        return more;
    }

    Optional<Notice> notice() {
        return notice;
    }

    /** Escape: what was begun is given up, one thing at a time. */
    void escape() {
        notice = Optional.empty();
        if (screen() == Screen.PAY) {
            paying.leave();
        } else {
            ringing.clear();
            fireChanged();
        }
    }

    /** Arrow keys: through the results while searching, else through the basket. */
    void move(int by) {
        if (search.isActive()) {
            search.move(by);
        } else {
            selection.move(by);
            fireChanged();
        }
    }

    void select(int place) {
        selection.select(place);
        fireChanged();
    }

    /** Goes on to the payment, behind the look-ups that are still on their way. */
    void pay() {
        background.afterwards(() -> {
            if (screen() == Screen.SELL && dialogue.question().isEmpty()) {
                notice = Optional.empty();
                ringing.clear();
                age.checked(paying::open);
            }
        });
    }

    /** Puts the receipt away. Where nothing was shown nothing is drawn: a scan's line would have to wait for the next frame. */
    void nextCustomer() {
        if (notice.isPresent() || paying.paid().isPresent()) {
            putAway();
            fireChanged();
        }
    }

    /** The ticket may have changed elsewhere. */
    void refresh() {
        selection.follow(ticket());
        fireChanged();
    }

    void say(Notice sentence) {
        notice = Optional.of(sentence);
        fireChanged();
    }

    /** The cashier went on: what was said to them has done its work. */
    void forgetNotice() {
        notice = Optional.empty();
    }

    void fireChanged() {
        changed.run();
    }

    private void added(Ticket ticket) {
        become(ticket);
        age.ask();
    }

    private void become(Ticket ticket) {
        selection.follow(ticket);
        if (ticket.isEmpty()) {
            notice = Optional.empty();
        } else {
            // Whatever came onto the ticket, and however: it is the next customer's.
            putAway();
        }
        fireChanged();
    }

    private void putAway() {
        notice = Optional.empty();
        if (paying.paid().isPresent()) {
            quickKeys.update();
        }
        paying.putReceiptAway();
    }
}
