package outpost.protocol;

import java.util.List;
import outpost.values.reckoning.RateTotal;
import outpost.values.reckoning.Reckoned;

/**
 * The tax of one rate in a sale, taken from the sum of that rate's lines, so that lines' roundings do not add up.
 *
 * @param grossMinor sum of the rate's lines, tax included
 * @param taxMinor the tax within it, rounded half up
 */
public record SaleTax(String taxRateId, int taxRatePpm, long grossMinor, long taxMinor) {

    /** The summary by rate of a sale, ordered by rate id, then rate. */
    public static List<SaleTax> of(Reckoned sale) {
        return sale.rates().stream().map(SaleTax::of).toList();
    }

    /** The summary by rate that follows from the lines where prices contain the tax. */
    public static List<SaleTax> of(String currency, List<SaleLine> lines) {
        return of(SaleReckoning.of(currency, true, 1, lines));
    }

    private static SaleTax of(RateTotal rate) {
        return new SaleTax(rate.taxRate().id(), rate.taxRate().ratePpm(), rate.grossMinor(), rate.taxMinor());
    }
}
