package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.sales.Ticket;
import outpost.till.ui.internal.ask.Dialogue;
import outpost.values.Quantity;

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
    private final SellMessages texts;
    private final Selection selection;
    private final Dialogue dialogue = new Dialogue(this::fireChanged);
    private final Acts acts;
    private final Search search;
    private final LineActs line;
    private final TicketActs whole;
    private final Returns returns;
    private final Adding adding;
    private final Paying paying;
    private final Printing printing;
    private final QuickKeys quickKeys;
    private final AgeCheck age;
    private final More more;
    private Runnable changed = () -> {};
    private Consumer<String> entryWanted = text -> {};
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
        this.texts = texts;
        selection = new Selection(shop.open().ticket());
        acts = new Acts(shop, dialogue, background, texts, refusals, this::say);
        search = new Search(shop.catalog(), background, this::fireChanged);
        printing = new Printing(devices, shop, acts, background, texts, amounts, this::say);
        line = new LineActs(shop.open(), selection, acts, dialogue, texts, this::say, this::become, amounts);
        whole = new TicketActs(shop, acts, dialogue, background, texts, amounts, this::say, this::become, printing);
        returns = new Returns(shop, acts, dialogue, background, texts, amounts, this::say, this::become);
        adding = new Adding(shop, acts, dialogue, background, texts, amounts, this::say, this::added);
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
        entryWanted = entryListener;
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

    /** The cashier changed what stands in the entry field. */
    void typed(String text) {
        if (!text.isEmpty()) {
            notice = Optional.empty();
        }
        Optional<Entry> name = Entry.parse(text).filter(entry -> !entry.isCode());
        search.lookFor(name.map(Entry::what).orElse(""));
        fireChanged();
    }

    /** The cashier ended the entry with Enter. The field is free for the next code at once. */
    void submit(String text) {
        Optional<Entry> entry =
                Entry.parse(text).filter(parsed -> !parsed.what().isEmpty());
        if (entry.isPresent() && search.hasFound(entry.get().what())) {
            choose(search.selected(), text);
            return;
        }
        entryWanted.accept("");
        if (text.isBlank()) {
            nextCustomer();
        } else if (entry.isEmpty()) {
            say(Notice.problem(texts.notUnderstood(text.strip())));
        } else {
            find(entry.get(), text);
        }
    }

    /**
     * A scanner read a code, wherever the focus was.
     *
     * @param typed what stood in the entry field: {@code 3 *} counts, anything else is given up
     */
    void scanned(String code, String typed) {
        if (dialogue.question().isPresent()) {
            say(Notice.problem(texts.answerFirst(code)));
            return;
        }
        entryWanted.accept("");
        search.stop();
        Entry scanned = new Entry(Entry.countIn(typed), code.strip());
        String begun = typed.strip();
        background.call(
                () -> LookUp.scanned(shop.catalog(), scanned, begun),
                found -> found(found, scanned, ""),
                this::lookUpFailed);
    }

    /** Adds a search result, as often as the entry field says. */
    void choose(int place, String text) {
        add(search.results().get(place), Entry.parse(text).flatMap(Entry::count));
    }

    /** Adds a product that was tapped, as often as the entry field says. */
    void tapped(Product product, String text) {
        add(product, Entry.countIn(text));
    }

    /** Escape: what was begun is given up, one thing at a time. */
    void escape() {
        notice = Optional.empty();
        if (screen() == Screen.PAY) {
            paying.leave();
        } else {
            entryWanted.accept("");
            search.stop();
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
                entryWanted.accept("");
                search.stop();
                age.checked(paying::open);
            }
        });
    }

    /** Puts the receipt away. */
    void nextCustomer() {
        notice = Optional.empty();
        if (paying.paid().isPresent()) {
            quickKeys.update();
        }
        paying.putReceiptAway();
        fireChanged();
    }

    /** The ticket may have changed elsewhere. */
    void refresh() {
        selection.follow(ticket());
        fireChanged();
    }

    private void find(Entry entry, String text) {
        background.call(() -> LookUp.in(shop.catalog(), entry), found -> found(found, entry, text), this::lookUpFailed);
    }

    private void lookUpFailed(RuntimeException failure) {
        say(Notice.problem(texts.lookUpFailed(acts.sentence(failure))));
    }

    private void found(LookUp found, Entry entry, String text) {
        if (found instanceof LookUp.Found one) {
            add(one.scanned(), entry.count());
        } else if (found instanceof LookUp.Several several) {
            search.show(entry.what(), several.products());
            entryWanted.accept(text);
        } else if (found instanceof LookUp.Nothing nothing && nothing.catalogIsEmpty()) {
            say(Notice.problem(texts.catalogMissing()));
        } else if (screen() == Screen.PAY) {
            say(Notice.problem(texts.noProduct(entry.what())));
        } else {
            returns.ifReceipt(entry.what(), () -> unknown(entry.what()));
        }
    }

    private void unknown(String what) {
        say(Notice.problem(texts.noProduct(what)).offering(texts.openItem(), () -> adding.openItem(what)));
    }

    private void add(Product product, Optional<Quantity> count) {
        entryWanted.accept("");
        search.stop();
        add(new Scanned(product, Optional.empty(), Optional.empty()), count);
    }

    private void add(Scanned scanned, Optional<Quantity> count) {
        Optional<Quantity> comesBack = count.filter(Quantity::isNegative);
        if (screen() == Screen.PAY) {
            say(Notice.problem(texts.notAddedWhilePaying(scanned.product().name())));
        } else if (comesBack.isPresent()) {
            nextCustomer();
            returns.withoutReceipt(scanned.product(), comesBack.get().negated());
        } else {
            nextCustomer();
            adding.add(scanned, count);
        }
    }

    private void added(Ticket ticket) {
        become(ticket);
        age.ask();
    }

    private void become(Ticket ticket) {
        selection.follow(ticket);
        if (ticket.isEmpty()) {
            notice = Optional.empty();
            fireChanged();
        } else {
            // Whatever came onto the ticket, and however: it is the next customer's.
            nextCustomer();
        }
    }

    private void say(Notice sentence) {
        notice = Optional.of(sentence);
        fireChanged();
    }

    private void fireChanged() {
        changed.run();
    }
}
