package outpost.sales;

import outpost.protocol.SaleLine;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * A receipt's line and what of it can still come back.
 *
 * @param sold as on the receipt
 * @param refunded what came back before, on other tickets of this till
 * @param refundedTotal what was paid out for that
 */
public record RefundableLine(
        String receiptNumber, SaleLine line, Quantity sold, Quantity refunded, Money paid, Money refundedTotal) {
    public int lineNo() {
        return line.lineNo();
    }

    public Quantity left() {
        return sold.plus(refunded.negated());
    }

    public boolean canReturn() {
        return !sold.isNegative() && left().milli() > 0;
    }
}
