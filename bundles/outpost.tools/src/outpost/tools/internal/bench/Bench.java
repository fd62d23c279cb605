package outpost.tools.internal.bench;

import java.util.List;
import java.util.Locale;

/** What can be measured. */
enum Bench {
    LOOKUP(false),
    SEARCH(false),
    SALE_COMMIT(false),
    SCAN_TO_LINE(true),
    KEY_TO_RESULTS(true);

    private final boolean needsWindow;

    Bench(boolean needsWindow) {
        this.needsWindow = needsWindow;
    }

    static List<Bench> withoutWindow(List<Bench> benches) {
        return benches.stream().filter(bench -> !bench.needsWindow).toList();
    }

    static List<Bench> inWindow(List<Bench> benches) {
        return benches.stream().filter(bench -> bench.needsWindow).toList();
    }

    /** As a person types it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The figure's name; what depends on the catalog's size says the size. */
    String figure(int products) {
        return this == LOOKUP || this == SEARCH ? this + "-" + size(products) : toString();
    }

    private static String size(int products) {
        if (products % 1_000_000 == 0) {
            return products / 1_000_000 + "m";
        }
        return products % 1_000 == 0 ? products / 1_000 + "k" : Integer.toString(products);
    }
}
