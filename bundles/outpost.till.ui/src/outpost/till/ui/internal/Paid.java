package outpost.till.ui.internal;

import java.util.List;
import outpost.sales.Receipt;

/**
 * A sale that was just made.
 *
 * @param paper the receipt's lines
 */
record Paid(Receipt receipt, List<String> paper) {}
