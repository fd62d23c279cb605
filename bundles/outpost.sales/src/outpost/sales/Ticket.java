package outpost.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ticket that is open at the till, at one moment: nothing of it changes later.
 *
 * @param discount the ticket's own, spread over its lines
 * @param tenders taken so far
 */
public record Ticket(
        UUID id,
        Instant begunAt,
        List<TicketLine> lines,
        Optional<TicketDiscount> discount,
        Optional<CustomerName> customer,
        Optional<String> note,
        boolean training,
        List<TenderTaken> tenders,
        TicketAmounts amounts) {
    public Ticket {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Optional<TicketLine> line(int id) {
        return lines.stream().filter(line -> line.id() == id).findFirst();
    }

    /** Everything comes back and nothing is bought. */
    public boolean isRefund() {
        return !lines.isEmpty() && lines.stream().allMatch(TicketLine::isReturn);
    }

    /** Whether {@link Checkout#complete} would find all of it paid. */
    public boolean isPaid() {
        return !lines.isEmpty() && amounts.due().minor() == 0;
    }
}
