package outpost.catalog.internal;

import java.util.Comparator;
import java.util.List;
import outpost.catalog.Product;

/** A product whose name has all the words that were typed, and how well it fits: best first. */
record Match(Product product, String folded, Fit fit) implements Comparable<Match> {
    private static final Comparator<Match> ORDER = Comparator.<Match, Fit>comparing(Match::fit)
            .thenComparingInt(match -> match.folded().length())
            .thenComparing(Match::folded)
            .thenComparing(match -> match.product().id());

    /** How the words stand in the name. */
    enum Fit {
        WHOLE_NAME,
        AT_THE_BEGINNING,
        IN_ORDER_FROM_THE_BEGINNING,
        IN_ORDER,
        IN_ANY_ORDER
    }

    static Match of(Product product, List<String> typed) {
        String folded = SearchText.folded(product.name());
        return new Match(product, folded, fit(folded, typed));
    }

    @Override
    public int compareTo(Match other) {
        return ORDER.compare(this, other);
    }

    private static Fit fit(String folded, List<String> typed) {
        String phrase = String.join(" ", typed);
        if (folded.equals(phrase)) {
            return Fit.WHOLE_NAME;
        }
        if (folded.startsWith(phrase)) {
            return Fit.AT_THE_BEGINNING;
        }
        if (!inOrder(SearchText.words(folded), typed)) {
            return Fit.IN_ANY_ORDER;
        }
        return folded.startsWith(typed.get(0)) ? Fit.IN_ORDER_FROM_THE_BEGINNING : Fit.IN_ORDER;
    }

    private static boolean inOrder(List<String> name, List<String> typed) {
        int next = 0;
        for (String word : name) {
            if (next < typed.size() && word.startsWith(typed.get(next))) {
                next++;
            }
        }
        return next == typed.size();
    }
}
