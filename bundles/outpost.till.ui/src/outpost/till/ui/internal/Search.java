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
    private boolean amongAll = true;
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
        look(text);
    }

    /** Looks once more for what was not found among the products whose names are here so far. */
    void lookAgain() {
        if (mayComeYet()) {
            look(found);
        }
    }

    /** Shows what was found for a text by other means. */
    void show(String text, List<Product> products) {
        wanted = text;
        arrived(text, new Found(products, true));
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

    /** Whether nothing was found, but not all products have been looked at. */
    boolean mayComeYet() {
        return isActive() && results.isEmpty() && !amongAll;
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

    private record Found(List<Product> products, boolean amongAll) {
        static final Found NOTHING = new Found(List.of(), true);
    }

    private void look(String text) {
        background.call(
                () -> text.equals(wanted) ? search(text) : Found.NOTHING,
                what -> arrived(text, what),
                failure -> arrived(text, Found.NOTHING));
    }

    /** Asks first whether all names are here: those that come meanwhile are found at most too early. */
    private Found search(String text) {
        boolean all = catalog.findsAllNames();
        return new Found(catalog.search(text, MOST_RESULTS), all);
    }

    private void arrived(String text, Found what) {
        if (text.equals(wanted)) {
            found = text;
            results = what.products();
            amongAll = what.amongAll();
            selected = 0;
            changed.run();
        }
    }
}
