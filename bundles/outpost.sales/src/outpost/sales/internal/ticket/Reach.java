package outpost.sales.internal.ticket;

import outpost.sales.Demand;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.values.reckoning.Discount;

/** How far discounts and overrides go, in parts per million, rounded up: a limit is kept to the unit. */
final class Reach {
    private Reach() {}

    /**
     * @param baseMinor what it is taken from
     * @throws RefusedException if there is nothing to take off, or less than that
     */
    static int of(Discount discount, long baseMinor) {
        if (baseMinor <= 0) {
            throw new RefusedException(Refusal.NOTHING_TO_DISCOUNT);
        }
        if (discount instanceof Discount.Percent percent) {
            return percent.ppm();
        }
        long amount = ((Discount.Amount) discount).minor();
        if (amount > baseMinor) {
            throw new RefusedException(Refusal.DISCOUNT_TOO_LARGE);
        }
        return share(amount, baseMinor);
    }

    /** Of an amount that takes no more than there is; 0 where there is nothing to take it from. */
    static int upTo(long amountMinor, long baseMinor) {
        return baseMinor <= 0 ? 0 : share(Math.min(amountMinor, baseMinor), baseMinor);
    }

    /** How much of the list price an override takes away; 0 where the price goes up. */
    static int ofOverride(long listPriceMinor, long unitPriceMinor) {
        return unitPriceMinor >= listPriceMinor ? 0 : share(listPriceMinor - unitPriceMinor, listPriceMinor);
    }

    private static int share(long part, long whole) {
        long ppm = Math.multiplyExact(part, (long) Demand.ALL_PPM);
        return Math.toIntExact(ppm / whole + (ppm % whole == 0 ? 0 : 1));
    }
}
