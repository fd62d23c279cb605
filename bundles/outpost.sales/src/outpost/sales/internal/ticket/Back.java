package outpost.sales.internal.ticket;

import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.values.Quantity;
import outpost.values.reckoning.Paid;

/**
 * Where goods come back from.
 *
 * @param soldMilli and {@code totalMinor} and {@code taxMinor}: the receipt's line, as it was paid
 * @param refundedMilli how much of it had come back on other tickets when this line was rung
 */
record Back(String receiptNumber, int lineNo, long soldMilli, long totalMinor, long taxMinor, long refundedMilli) {
    boolean sameLineAs(Back other) {
        return receiptNumber.equals(other.receiptNumber) && lineNo == other.lineNo;
    }

    /**
     * What goes back for so much, after so much of it went back on this ticket.
     *
     * @param name of the goods, to tell it where that is more than is left
     */
    Paid part(String name, long onThisTicketMilli, long nowMilli) {
        long left = soldMilli - refundedMilli - onThisTicketMilli;
        if (nowMilli > left) {
            throw new RefusedException(Refusal.MORE_THAN_LEFT, name, new Quantity(left));
        }
        return new Paid(new Quantity(soldMilli), totalMinor, taxMinor)
                .part(new Quantity(refundedMilli + onThisTicketMilli), new Quantity(nowMilli));
    }
}
