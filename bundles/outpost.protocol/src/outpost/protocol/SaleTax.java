package outpost.protocol;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outpost.values.Money;
import outpost.values.TaxRate;

/**
 * The tax of one rate that a sale contains, taken from the sum of that rate's lines, so that lines' roundings do not add up.
 *
 * @param grossMinor sum of the rate's lines, tax included
 * @param taxMinor the tax within it, rounded half up
 */
public record SaleTax(String taxRateId, int taxRatePpm, long grossMinor, long taxMinor) {

    /** The summary by rate that follows from the lines, ordered by rate id, then rate. Till and cloud both use it. */
    public static List<SaleTax> of(String currency, List<SaleLine> lines) {
        Map<String, Map<Integer, Long>> grossByRate = new TreeMap<>();
        for (SaleLine line : lines) {
            grossByRate
                    .computeIfAbsent(line.taxRateId(), id -> new TreeMap<>())
                    .merge(line.taxRatePpm(), line.totalMinor(), Math::addExact);
        }
        List<SaleTax> taxes = new ArrayList<>();
        grossByRate.forEach((id, byPpm) -> byPpm.forEach((ppm, gross) -> {
            Money grossMoney = new Money(Currency.getInstance(currency), gross);
            long tax = new TaxRate(id, id, ppm).containedIn(grossMoney).minor();
            taxes.add(new SaleTax(id, ppm, gross, tax));
        }));
        return List.copyOf(taxes);
    }
}
