package outpost.sales.internal.ticket;

import java.util.Optional;
import outpost.protocol.SaleLine;
import outpost.sales.Grounds;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.values.reckoning.Paid;

/** A line of a receipt as a line of the ticket on which it comes back. */
final class Returned {
    private Returned() {}

    static DraftLine line(int id, RefundPart part, Grounds grounds) {
        RefundableLine from = part.line();
        Paid paid = from.paid().orElseThrow(() -> new RefusedException(Refusal.ALREADY_A_RETURN));
        SaleLine sold = from.line();
        Goods goods = new Goods(
                sold.productId(),
                sold.categoryId(),
                sold.code(),
                sold.name(),
                sold.unitPriceMinor(),
                false,
                sold.taxRateId(),
                sold.taxRateId(),
                sold.taxRatePpm(),
                Optional.empty());
        Back back = new Back(
                from.receiptNumber(),
                from.lineNo(),
                paid.quantity().milli(),
                paid.totalMinor(),
                paid.taxMinor(),
                from.refunded().milli());
        return DraftLine.of(id, goods, part.quantity().negated())
                .withReason(grounds.reason())
                .comingFrom(back);
    }
}
