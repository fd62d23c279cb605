package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
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

    private final Catalog catalog;
    private final Background background;
    private final Ticket ticket;
    private final Search search;
    private final Checkout checkout;
    private Runnable changed = () -> {};
    private Consumer<String> entryWanted = text -> {};
    private boolean clearAsked;
    private Optional<Notice> notice = Optional.empty();

    SellModel(Shop shop, Background background) {
        catalog = shop.catalog();
        this.background = background;
        ticket = new Ticket(shop.currency());
        search = new Search(catalog, background, this::fireChanged);
        checkout = new Checkout(shop, ticket, background, this::fireChanged, this::say);
    }

    /**
     * @param changedListener draws everything anew
     * @param entryListener puts that text into the entry field
     */
    void show(Runnable changedListener, Consumer<String> entryListener) {
        changed = changedListener;
        entryWanted = entryListener;
        fireChanged();
    }

    Screen screen() {
        if (checkout.payment().isPresent()) {
            return Screen.PAY;
        }
        return checkout.paid().isPresent() ? Screen.PAID : Screen.SELL;
    }

    Ticket ticket() {
        return ticket;
    }

    Search search() {
        return search;
    }

    Checkout checkout() {
        return checkout;
    }

    Optional<Notice> notice() {
        return notice;
    }

    /** The cashier changed what stands in the entry field. */
    void typed(String text) {
        if (!text.isEmpty()) {
            quiet();
        }
        Optional<Entry> name = Entry.parse(text).filter(entry -> !entry.isCode());
        search.lookFor(name.map(Entry::what).orElse(""));
        fireChanged();
    }

    /** The cashier or the scanner ended the entry with Enter. The field is free for the next code at once. */
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
            say(Notice.problem(
                    "“" + text.strip() + "” is not understood. For three of one product type 3 * and its code."));
        } else {
            find(entry.get(), text);
        }
    }

    /** Adds a search result, as often as the entry field says. */
    void choose(int place, String text) {
        Product product = search.results().get(place);
        entryWanted.accept("");
        search.stop();
        add(product, Entry.parse(text).map(Entry::quantity).orElse(Quantity.ONE));
    }

    /** Escape: what was begun is given up, one thing at a time. */
    void escape() {
        quiet();
        if (screen() == Screen.PAY) {
            checkout.leave();
        } else {
            entryWanted.accept("");
            search.stop();
        }
    }

    /** Arrow keys: through the results while searching, else through the basket. */
    void move(int by) {
        if (search.isActive()) {
            search.move(by);
        } else {
            ticket.move(by);
            fireChanged();
        }
    }

    void select(int place) {
        ticket.select(place);
        fireChanged();
    }

    /** Adds so many to the selected line; at zero it is gone. */
    void changeQuantity(int by) {
        ticket.selectedLine().ifPresent(line -> setQuantity(line.quantity().plus(Quantity.of(by))));
    }

    /** The selected line's goods come back, or do not after all. */
    void turnSelected() {
        ticket.selectedLine().ifPresent(line -> setQuantity(line.quantity().negated()));
    }

    /** Gives the selected line the typed quantity. */
    void applyQuantity(String typed) {
        Optional<Quantity> quantity = Entry.quantity(typed);
        if (ticket.selectedLine().isEmpty()) {
            say(Notice.hint("Scan a product first, then change its quantity."));
        } else if (quantity.isEmpty()) {
            say(Notice.hint(
                    "Type the new quantity of “" + ticket.selectedLine().get().name() + "”, then press Quantity."));
        } else {
            entryWanted.accept("");
            setQuantity(quantity.get());
        }
    }

    void removeSelected() {
        quiet();
        ticket.removeSelected();
        fireChanged();
    }

    /** Empties the basket when asked a second time. */
    void clear() {
        if (clearAsked) {
            quiet();
            ticket.clear();
            fireChanged();
        } else if (!ticket.isEmpty()) {
            say(Notice.hint("Press Clear again to remove everything from the basket."));
            clearAsked = true;
        }
    }

    /** Goes on to the cash screen, behind the look-ups that are still on their way. */
    void pay() {
        background.afterwards(() -> {
            if (screen() == Screen.SELL) {
                quiet();
                entryWanted.accept("");
                search.stop();
                checkout.open();
            }
        });
    }

    /** Puts the receipt away. */
    void nextCustomer() {
        quiet();
        checkout.putReceiptAway();
    }

    private void find(Entry entry, String text) {
        background.call(() -> LookUp.in(catalog, entry), found -> found(found, entry, text), this::notFound);
    }

    private void found(LookUp found, Entry entry, String text) {
        if (found instanceof LookUp.Found one) {
            add(one.product(), entry.quantity());
        } else if (found instanceof LookUp.Several several) {
            search.show(entry.what(), several.products());
            entryWanted.accept(text);
        } else if (found instanceof LookUp.Nothing nothing && nothing.catalogIsEmpty()) {
            say(Notice.problem("The catalog has not arrived yet. It loads as soon as the cloud can be reached."));
        } else {
            say(Notice.problem(
                    "No product “" + entry.what() + "”. Scan again, type the code by hand, or search by name."));
        }
    }

    private void notFound(RuntimeException failure) {
        say(Notice.problem("The product could not be looked up: " + failure.getMessage()));
    }

    private void add(Product product, Quantity quantity) {
        if (screen() == Screen.PAY) {
            say(Notice.problem("“" + product.name() + "” was not added: finish the payment, or go back first."));
            return;
        }
        nextCustomer();
        shown(ticket.add(product, quantity));
    }

    private void setQuantity(Quantity quantity) {
        shown(ticket.setQuantity(quantity));
    }

    private void shown(boolean fits) {
        if (fits) {
            quiet();
            fireChanged();
        } else {
            say(Notice.problem("One line holds at most " + Entry.MOST + "."));
        }
    }

    private void say(Notice sentence) {
        clearAsked = false;
        notice = Optional.of(sentence);
        fireChanged();
    }

    private void quiet() {
        clearAsked = false;
        notice = Optional.empty();
    }

    private void fireChanged() {
        changed.run();
    }
}
