package outpost.sales;

import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.SaleLine;
import outpost.values.Quantity;
import outpost.values.reckoning.Paid;

/**
 * A receipt's line and what of it can still come back.
 *
 * @param paid what was paid for it; empty for a line that itself came back
 * @param refunded how much of it came back before, on other tickets of the branch, as far as this till knows
 */
public record RefundableLine(
        String receiptNumber, Currency currency, SaleLine line, Optional<Paid> paid, Quantity refunded) {
    public RefundableLine {
        Objects.requireNonNull(paid, "paid");
    }

    public int lineNo() {
        return line.lineNo();
    }

    public Quantity left() {
        return paid.map(whole -> whole.quantity().plus(refunded.negated())).orElse(new Quantity(0));
    }

    public boolean canReturn() {
        return left().milli() > 0;
    }
}
