package outpost.till.ui.internal.pole;

import outpost.devices.CustomerDisplay.Row;
import outpost.sales.Ticket;
import outpost.sales.TicketAmounts;
import outpost.sales.TicketLine;
import outpost.values.Money;

/**
 * What stands on the pole display: the newest line and what there is to pay; once something was handed over, the sum that the customer can follow. It needs no
 * word, so it suits a customer of any language.
 *
 * @param settled whether the ticket was paid, so that its change stays to be read until the next one begins
 */
record PoleText(Row upper, Row lower, boolean settled) {
    static final PoleText DARK = new PoleText(Row.EMPTY, Row.EMPTY, false);

    PoleText next(Ticket ticket) {
        if (ticket.isEmpty()) {
            return settled ? this : DARK;
        }
        if (!ticket.tenders().isEmpty()) {
            return paying(ticket);
        }
        TicketLine newest = ticket.lines().get(ticket.lines().size() - 1);
        Money due = ticket.amounts().due();
        return new PoleText(
                new Row(newest.name(), newest.amounts().total().toDecimal()),
                new Row(code(due), due.toDecimal()),
                false);
    }

    private static PoleText paying(Ticket ticket) {
        TicketAmounts amounts = ticket.amounts();
        Money tendered = ticket.tenders().stream()
                .map(tender -> tender.tendered())
                .reduce(Money::plus)
                .orElseThrow();
        Money open = ticket.isPaid() ? amounts.change() : amounts.due();
        Row upper = ticket.isPaid()
                ? new Row(tendered.toDecimal() + " - " + amounts.total().toDecimal(), "=")
                : new Row(amounts.total().toDecimal() + " - " + tendered.toDecimal(), "=");
        return new PoleText(upper, new Row(code(open), open.toDecimal()), ticket.isPaid());
    }

    private static String code(Money money) {
        return money.currency().getCurrencyCode();
    }
}
