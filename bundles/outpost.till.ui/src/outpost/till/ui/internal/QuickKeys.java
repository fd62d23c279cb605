package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.catalog.Catalog;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.widgets.Background;

/** Pages of products to tap, one for each category. Lives on the UI thread; reads in the background. */
final class QuickKeys {
    private static final int MOST_PAGES = 24;
    private static final int MOST_KEYS = 60;

    private final Catalog catalog;
    private final Background background;
    private final Runnable changed;
    private List<Page> pages = List.of();
    private int selected;
    private long changes = -1;

    record Page(Category category, List<Product> products) {
        Page {
            products = List.copyOf(products);
        }
    }

    QuickKeys(Catalog catalog, Background background, Runnable changed) {
        this.catalog = catalog;
        this.background = background;
        this.changed = changed;
    }

    List<Page> pages() {
        return pages;
    }

    /** The place of the page that is shown; 0 is the keypad, the pages follow. */
    int selected() {
        return Math.min(selected, pages.size());
    }

    void select(int place) {
        selected = place;
        changed.run();
    }

    /** Reads the pages anew if the catalog has changed. */
    void update() {
        long known = changes;
        background.call(
                () -> {
                    long now = catalog.changes();
                    return now == known ? new Read(now, pages) : new Read(now, read());
                },
                this::arrived,
                failure -> {});
    }

    private record Read(long changes, List<Page> pages) {}

    private void arrived(Read read) {
        if (read.changes() != changes) {
            boolean first = pages.isEmpty();
            changes = read.changes();
            pages = read.pages();
            selected = first && !pages.isEmpty() ? 1 : selected();
            changed.run();
        }
    }

    private List<Page> read() {
        List<Page> read = new ArrayList<>();
        for (Category category : catalog.categories()) {
            List<Product> products = catalog.quickKeys(category.id(), MOST_KEYS);
            if (!products.isEmpty() && read.size() < MOST_PAGES) {
                read.add(new Page(category, products));
            }
        }
        return read;
    }
}
