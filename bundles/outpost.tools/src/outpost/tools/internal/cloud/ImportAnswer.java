package outpost.tools.internal.cloud;

import java.util.List;

/**
 * What became of an imported file.
 *
 * @param bad the first bad rows
 * @param pricesDerived whether the file had no prices, so that they were made from the codes
 */
public record ImportAnswer(
        long rows, long added, long changed, long unchanged, long badRows, List<BadRow> bad, boolean pricesDerived) {

    /** @param line where the row begins, from 1 */
    public record BadRow(long line, String reason) {}
}
