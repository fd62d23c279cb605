package outpost.values.reckoning;

import outpost.values.TaxRate;

/**
 * The tax of one rate on a ticket, reckoned on the sum of the rate's lines, so that roundings of lines do not add up.
 *
 * @param netMinor without tax
 */
public record RateTotal(TaxRate taxRate, long netMinor, long taxMinor) {
    /** With tax. */
    public long grossMinor() {
        return netMinor + taxMinor;
    }
}
