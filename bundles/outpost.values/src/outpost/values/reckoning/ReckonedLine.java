package outpost.values.reckoning;

import outpost.values.TaxRate;

/**
 * What one line comes to, in minor units; everything is negative where goods come back.
 *
 * @param priceMinor price times quantity, rounded half up, before discounts; of goods taken back by receipt, what was paid for them
 * @param lineDiscountMinor what the line's own discount takes off
 * @param ticketDiscountMinor the line's share in the ticket's discount
 * @param netMinor what is left, without tax
 * @param taxMinor the line's share in the tax of its rate
 */
public record ReckonedLine(
        TaxRate taxRate,
        long priceMinor,
        long lineDiscountMinor,
        long ticketDiscountMinor,
        long netMinor,
        long taxMinor) {

    /** What the line comes to after discounts; contains the tax if the ticket's terms say so. */
    public long totalMinor() {
        return priceMinor - lineDiscountMinor - ticketDiscountMinor;
    }

    /** With tax. */
    public long grossMinor() {
        return netMinor + taxMinor;
    }
}
