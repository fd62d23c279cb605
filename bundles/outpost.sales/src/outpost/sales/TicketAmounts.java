package outpost.sales;

import java.util.List;
import outpost.protocol.SaleTax;
import outpost.values.Money;

/**
 * What a ticket comes to.
 *
 * @param gross sum of the lines before discounts
 * @param discount all discounts together
 * @param tax all taxes together, contained in the total
 * @param taxes by rate
 * @param total what is to pay, tax included, before cash rounding; negative: the shop pays out
 * @param paid what the tenders so far pay of it
 * @param due what is still to pay; negative: to pay out
 * @param dueInCash the same, rounded to what cash can be
 * @param change what goes back in cash of what was handed over
 */
public record TicketAmounts(
        Money gross,
        Money discount,
        Money tax,
        List<SaleTax> taxes,
        Money total,
        Money paid,
        Money due,
        Money dueInCash,
        Money change) {
    public TicketAmounts {
        taxes = List.copyOf(taxes);
    }
}
