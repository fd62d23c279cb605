package outpost.sales;

import java.util.List;
import outpost.values.Money;

/** What lies in the drawer, counted note by note and coin by coin. */
public record CashCount(List<Pile> piles) {
    public CashCount {
        piles = List.copyOf(piles);
    }

    /** @param zero the shop's currency */
    public Money total(Money zero) {
        return piles.stream().map(Pile::total).reduce(zero, Money::plus);
    }

    /**
     * Pieces of one denomination.
     *
     * @param count 0 to 1,000,000
     */
    public record Pile(Money denomination, int count) {
        private static final int MOST = 1_000_000;

        public Pile {
            if (denomination.minor() < 1 || count < 0 || count > MOST) {
                throw new IllegalArgumentException("a pile of " + count + " times " + denomination);
            }
        }

        public Money total() {
            return new Money(denomination.currency(), Math.multiplyExact(denomination.minor(), (long) count));
        }
    }
}
