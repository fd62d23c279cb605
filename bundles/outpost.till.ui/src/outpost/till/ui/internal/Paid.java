package outpost.till.ui.internal;

import java.util.List;
import outpost.devices.PaperLines;
import outpost.devices.Print;
import outpost.sales.Receipt;

/**
 * A sale that was just made.
 *
 * @param print for the printer
 * @param paper its lines for the screen
 */
record Paid(Receipt receipt, Print print, List<String> paper) {
    /** Characters in a line of the receipt on the screen. */
    private static final int PAPER_WIDTH = 38;

    static Paid of(Receipt receipt, Print print) {
        return new Paid(receipt, print, PaperLines.of(print, PAPER_WIDTH));
    }
}
