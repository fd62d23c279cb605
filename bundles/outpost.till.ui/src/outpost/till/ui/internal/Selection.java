package outpost.till.ui.internal;

import java.util.List;
import java.util.Optional;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;

/** Which line of the open ticket is meant: the one that was touched last, by whatever means. */
final class Selection {
    private Ticket ticket;
    private int lineId = -1;

    Selection(Ticket ticket) {
        this.ticket = ticket;
        select(ticket.lines().size() - 1);
    }

    Optional<TicketLine> line() {
        return ticket.line(lineId);
    }

    /** The selected line's place; -1 if there is none. */
    int place() {
        return line().map(ticket.lines()::indexOf).orElse(-1);
    }

    void select(int place) {
        List<TicketLine> lines = ticket.lines();
        lineId = lines.isEmpty()
                ? -1
                : lines.get(Math.max(0, Math.min(lines.size() - 1, place))).id();
    }

    void move(int by) {
        select(place() + by);
    }

    /** Goes to the line that came or changed; stays near where it was when a line went. */
    void follow(Ticket now) {
        Ticket before = ticket;
        int place = place();
        ticket = now;
        Optional<TicketLine> touched = now.lines().stream()
                .filter(line ->
                        !before.line(line.id()).map(TicketLine::quantity).equals(Optional.of(line.quantity())))
                .findFirst();
        if (touched.isPresent()) {
            lineId = touched.get().id();
        } else if (line().isEmpty()) {
            select(place);
        }
    }
}
