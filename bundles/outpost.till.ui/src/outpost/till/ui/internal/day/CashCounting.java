package outpost.till.ui.internal.day;

import java.util.ArrayList;
import java.util.List;
import outpost.sales.CashCount;
import outpost.sales.CashCount.Pile;
import outpost.values.Money;

/** Counting the drawer note by note: how many of each, while it is being typed. */
final class CashCounting {
    private static final int MOST = 99_999;

    private final Money zero;
    private final List<Pile> piles = new ArrayList<>();
    private int selected;
    /** The first digit typed into a pile begins its count anew. */
    private boolean begun;

    /** @param denominations the largest first */
    CashCounting(List<Money> denominations, Money zero) {
        this.zero = zero;
        denominations.forEach(denomination -> piles.add(new Pile(denomination, 0)));
    }

    List<Pile> piles() {
        return List.copyOf(piles);
    }

    int selected() {
        return selected;
    }

    Money total() {
        return counted().total(zero);
    }

    CashCount counted() {
        return new CashCount(piles);
    }

    void select(int place) {
        selected = Math.max(0, Math.min(piles.size() - 1, place));
        begun = false;
    }

    void move(int by) {
        select(selected + by);
    }

    /** @param digits one or more of 0 to 9; what would be too many is not taken */
    void type(String digits) {
        for (char digit : digits.toCharArray()) {
            if (digit >= '0' && digit <= '9') {
                int longer = (begun ? count() : 0) * 10 + digit - '0';
                set(longer > MOST ? count() : longer);
                begun = true;
            }
        }
    }

    void deleteLast() {
        set(count() / 10);
        begun = true;
    }

    private int count() {
        return piles.get(selected).count();
    }

    private void set(int count) {
        piles.set(selected, new Pile(piles.get(selected).denomination(), count));
    }
}
