package outpost.sales;

/**
 * A receipt that is printed again.
 *
 * @param copyNo 1 for the first copy
 */
public record ReceiptCopy(Receipt receipt, int copyNo) {}
