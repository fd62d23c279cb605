package outpost.sales;

import java.time.ZonedDateTime;
import java.util.Currency;
import outpost.protocol.SalePayload;
import outpost.values.Money;

/** A completed sale or refund, as it is shown, printed and sent. */
public record Receipt(Sales.Kind kind, ZonedDateTime completedAt, SalePayload sale) {
    public String number() {
        return sale.receiptNumber();
    }

    public Money total() {
        return new Money(Currency.getInstance(sale.currency()), sale.totalMinor());
    }

    /** What the customer gets back of what was handed over. */
    public Money change() {
        return new Money(
                Currency.getInstance(sale.currency()),
                sale.tenders().stream()
                        .mapToLong(tender -> tender.changeMinor())
                        .sum());
    }
}
