package outpost.sales;

import outpost.values.Money;

/**
 * Cash that the customer handed over; the change follows from the total.
 *
 * @param handed at least the total; for a total below zero, that total itself: what the shop pays out
 */
public record Cash(Money handed) {
    /** Cash to the unit. */
    public static Cash exactly(Money total) {
        return new Cash(total);
    }
}
