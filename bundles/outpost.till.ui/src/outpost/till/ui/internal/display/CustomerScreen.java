package outpost.till.ui.internal.display;

import java.util.List;
import java.util.Optional;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.values.Money;

/** What the customer sees of the ticket, and for a while after it was paid what it came to. Lives on the UI thread. */
final class CustomerScreen {
    enum State {
        WELCOME,
        TICKET,
        THANKS
    }

    private Optional<Ticket> ticket = Optional.empty();
    private Optional<Ticket> paid = Optional.empty();

    /** Takes the ticket as it now stands. */
    void show(Ticket now) {
        paid = now.isEmpty() ? ticket.filter(Ticket::isPaid).or(() -> paid) : Optional.empty();
        ticket = now.isEmpty() ? Optional.empty() : Optional.of(now);
    }

    /** The time for thanks is over. */
    void rest() {
        paid = Optional.empty();
    }

    State state() {
        if (ticket.isPresent()) {
            return State.TICKET;
        }
        return paid.isPresent() ? State.THANKS : State.WELCOME;
    }

    List<TicketLine> lines() {
        return ticket.map(Ticket::lines).orElse(List.of());
    }

    /** Of the ticket, or of the one that was just paid. */
    Optional<Money> total() {
        return ticket.or(() -> paid).map(shown -> shown.amounts().total());
    }

    /** What goes back of what was handed over. */
    Optional<Money> change() {
        return ticket.or(() -> paid).map(shown -> shown.amounts().change()).filter(change -> change.minor() > 0);
    }
}
