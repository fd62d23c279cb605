package outpost.till.ui.internal;

import java.util.List;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.widgets.Background;

/** Finds products by name while the cashier types. Lives on the UI thread; looks up in the background. */
final class Search {
    static final int MOST_RESULTS = 50;
    private static final int LEAST_LETTERS = 2;

    private final Catalog catalog;
    private final Background background;
    private final Runnable changed;
    /** What the newest keystroke asks for: a look-up that finds another text here is out of date and is not made. */
    private volatile String wanted = "";

    private String found = "";
    private List<Product> results = List.of();
    private int selected;

    Search(Catalog catalog, Background background, Runnable changed) {
        this.catalog = catalog;
        this.background = background;
        this.changed = changed;
    }

    /** Looks for that text; too short a text ends the search. */
    void lookFor(String text) {
        if (text.equals(wanted)) {
            return;
        }
        if (text.length() < LEAST_LETTERS) {
            stop();
            return;
        }
        wanted = text;
        background.call(
                () -> text.equals(wanted) ? catalog.search(text, MOST_RESULTS) : List.<Product>of(),
                products -> arrived(text, products),
                failure -> arrived(text, List.of()));
    }

    /** Shows what was found for a text by other means. */
    void show(String text, List<Product> products) {
        wanted = text;
        arrived(text, products);
    }

    /** Where nothing was shown nothing is drawn: a scan's line would have to wait for the next frame. */
    void stop() {
        boolean shown = isActive();
        wanted = "";
        found = "";
        results = List.of();
        selected = 0;
        if (shown) {
            changed.run();
        }
    }

    /** Whether results are shown, be they none. */
    boolean isActive() {
        return !found.isEmpty();
    }

    /** Whether what is shown was found for that text, and holds a product. */
    boolean hasFound(String text) {
        return found.equals(text) && !results.isEmpty();
    }

    List<Product> results() {
        return results;
    }

    int selected() {
        return selected;
    }

    void move(int by) {
        selected = Math.max(0, Math.min(results.size() - 1, selected + by));
        changed.run();
    }

    private void arrived(String text, List<Product> products) {
        if (text.equals(wanted)) {
            found = text;
            results = products;
            selected = 0;
            changed.run();
        }
    }
}
