package outpost.values.reckoning;

import java.util.List;

/**
 * What a ticket comes to.
 *
 * @param lines in the order of the items
 * @param rates by the rate's id, then its height
 * @param totalMinor what is to be paid before cash rounding, with tax: the sum of the rates' gross amounts, and of the lines'
 */
public record Reckoned(Terms terms, List<ReckonedLine> lines, List<RateTotal> rates, long totalMinor) {
    public Reckoned {
        lines = List.copyOf(lines);
        rates = List.copyOf(rates);
    }

    /** What cash rounding adds to the total, or takes off it, where all but {@code otherMinor} is paid in cash. */
    public long cashRounding(long otherMinor) {
        return terms.cashRounding(Math.subtractExact(totalMinor, otherMinor));
    }
}
