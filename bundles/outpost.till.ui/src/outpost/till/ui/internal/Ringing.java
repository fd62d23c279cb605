package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.till.ui.internal.SellModel.Screen;
import outpost.values.Quantity;
import outpost.widgets.Background;
import outpost.widgets.Notice;

/** What a cashier types, scans or taps, and how it comes onto the ticket. Lives on the UI thread; looks up in the background. */
final class Ringing {
    private final SellModel model;
    private final Catalog catalog;
    private final Acts acts;
    private final Background background;
    private final SellMessages texts;
    private Consumer<String> entryWanted = text -> {};

    Ringing(SellModel model, Catalog catalog, Acts acts, Background background, SellMessages texts) {
        this.model = model;
        this.catalog = catalog;
        this.acts = acts;
        this.background = background;
        this.texts = texts;
    }

    /** @param entryListener puts that text into the entry field */
    void show(Consumer<String> entryListener) {
        entryWanted = entryListener;
    }

    /** The cashier changed what stands in the entry field. */
    void typed(String text) {
        if (!text.isEmpty()) {
            model.forgetNotice();
        }
        Optional<Entry> name = Entry.parse(text).filter(entry -> !entry.isCode());
        model.search().lookFor(name.map(Entry::what).orElse(""));
        model.fireChanged();
    }

    /** The cashier ended the entry with Enter. The field is free for the next code at once. */
    void submit(String text) {
        Search search = model.search();
        Optional<Entry> entry =
                Entry.parse(text).filter(parsed -> !parsed.what().isEmpty());
        if (entry.isPresent() && search.hasFound(entry.get().what())) {
            choose(search.selected(), text);
            return;
        }
        entryWanted.accept("");
        if (text.isBlank()) {
            model.nextCustomer();
        } else if (entry.isEmpty()) {
            model.say(Notice.problem(texts.notUnderstood(text.strip())));
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
        if (model.dialogue().question().isPresent()) {
            model.say(Notice.problem(texts.answerFirst(code)));
            return;
        }
        clear();
        Entry scanned = new Entry(Entry.countIn(typed), code.strip());
        String begun = typed.strip();
        background.call(
                () -> LookUp.scanned(catalog, scanned, begun), found -> found(found, scanned, ""), this::lookUpFailed);
    }

    /** Adds a search result, as often as the entry field says. */
    void choose(int place, String text) {
        add(model.search().results().get(place), Entry.parse(text).flatMap(Entry::count));
    }

    /** Adds a product that was tapped, as often as the entry field says. */
    void tapped(Product product, String text) {
        add(product, Entry.countIn(text));
    }

    /** Gives up what was being typed, and the search for it. */
    void clear() {
        entryWanted.accept("");
        model.search().stop();
    }

    private void find(Entry entry, String text) {
        background.call(() -> LookUp.in(catalog, entry), found -> found(found, entry, text), this::lookUpFailed);
    }

    private void lookUpFailed(RuntimeException failure) {
        model.say(Notice.problem(texts.lookUpFailed(acts.sentence(failure))));
    }

    private void found(LookUp found, Entry entry, String text) {
        if (found instanceof LookUp.Found one) {
            add(one.scanned(), entry.count());
        } else if (found instanceof LookUp.Several several) {
            model.search().show(entry.what(), several.products());
            entryWanted.accept(text);
        } else if (found instanceof LookUp.Nothing nothing && nothing.catalogIsEmpty()) {
            model.say(Notice.problem(texts.catalogMissing()));
        } else if (model.screen() == Screen.PAY) {
            model.say(Notice.problem(texts.noProduct(entry.what())));
        } else {
            model.returns().ifReceipt(entry.what(), () -> unknown(entry.what()));
        }
    }

    private void unknown(String what) {
        model.say(Notice.problem(texts.noProduct(what))
                .offering(texts.openItem(), () -> model.adding().openItem(what)));
    }

    private void add(Product product, Optional<Quantity> count) {
        clear();
        add(new Scanned(product, Optional.empty(), Optional.empty()), count);
    }

    private void add(Scanned scanned, Optional<Quantity> count) {
        Optional<Quantity> comesBack = count.filter(Quantity::isNegative);
        if (model.screen() == Screen.PAY) {
            model.say(Notice.problem(texts.notAddedWhilePaying(scanned.product().name())));
            return;
        }
        model.nextCustomer();
        if (comesBack.isPresent()) {
            model.returns().withoutReceipt(scanned.product(), comesBack.get().negated());
        } else {
            model.adding().add(scanned, count);
        }
    }
}
