package outpost.till.ui.internal;

import java.util.List;
import java.util.Optional;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.catalog.Scanned;

/** What a typed or scanned text stands for. */
sealed interface LookUp {
    /** Exactly this product, perhaps with a weight or a price from its label. */
    record Found(Scanned scanned) implements LookUp {}

    /** Products of which a person must choose one. */
    record Several(List<Product> products) implements LookUp {}

    /**
     * No product.
     *
     * @param catalogIsEmpty whether nothing can be found because nothing has arrived yet
     */
    record Nothing(boolean catalogIsEmpty) implements LookUp {}

    /** Looks for the code; a text that can be a name is looked for as one if it is no code. Reads the database. */
    static LookUp in(Catalog catalog, Entry entry) {
        return catalog.scan(entry.what())
                .<LookUp>map(Found::new)
                .orElseGet(() ->
                        named(entry.isCode() ? List.of() : catalog.search(entry.what(), Search.MOST_RESULTS), catalog));
    }

    /**
     * As {@link #in}, for what a scanner read. A scanner that pauses within a code leaves the beginning of it in the entry field, as if it had been typed; what
     * is no code without it may be one with it. Reads the database.
     *
     * @param begun what stood in the entry field
     */
    static LookUp scanned(Catalog catalog, Entry scanned, String begun) {
        LookUp found = in(catalog, scanned);
        Entry whole = new Entry(Optional.empty(), begun + scanned.what());
        boolean paused = found instanceof Nothing && !begun.isEmpty() && whole.isCode();
        return paused ? catalog.scan(whole.what()).<LookUp>map(Found::new).orElse(found) : found;
    }

    private static LookUp named(List<Product> products, Catalog catalog) {
        return switch (products.size()) {
            case 0 -> new Nothing(catalog.state().cursor() == 0);
            case 1 -> new Found(new Scanned(products.get(0), Optional.empty(), Optional.empty()));
            default -> new Several(products);
        };
    }
}
