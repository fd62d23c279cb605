package outpost.protocol;

/** A line of an earlier receipt. */
public record SaleLineRef(String receiptNumber, int lineNo) {
    public SaleLineRef {
        Limits.requireText("receiptNumber", receiptNumber, 1, Limits.CODE_CHARS);
        if (lineNo < 1) {
            throw new IllegalArgumentException("lineNo is " + lineNo + ", must be at least 1");
        }
    }
}
