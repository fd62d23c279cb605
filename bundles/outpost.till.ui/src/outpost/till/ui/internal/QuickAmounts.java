package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import outpost.values.Money;

/** What a customer is likely to hand over: the exact amount first, then what the next notes make of it. */
final class QuickAmounts {
    private static final int MOST_ROUNDED = 3;
    /** Who hands over notes seldom hands over more of one kind than this. */
    private static final int NOTES_OF_A_KIND = 4;

    private QuickAmounts() {}

    /**
     * @param due in cash; nothing but itself is likely where it is paid out
     * @param denominations the currency's notes and coins
     */
    static List<Money> of(Money due, List<Money> denominations) {
        List<Money> amounts = new ArrayList<>(List.of(due));
        TreeSet<Long> rounded = new TreeSet<>();
        for (Money denomination : denominations) {
            long note = denomination.minor();
            if (due.minor() > 0 && note >= due.minor() / NOTES_OF_A_KIND) {
                rounded.add((due.minor() + note - 1) / note * note);
            }
        }
        rounded.remove(due.minor());
        rounded.stream().limit(MOST_ROUNDED).forEach(minor -> amounts.add(new Money(due.currency(), minor)));
        return amounts;
    }
}
