package outpost.sales;

/** Which line of which receipt comes back. */
public record ReturnOf(String receiptNumber, int lineNo) {}
