package outpost.sales.internal.ticket;

import java.util.Optional;
import java.util.UUID;
import outpost.values.TerminalId;

/**
 * Payload of an event {@code held_ticket}: where a ticket that was put aside is from now on.
 *
 * @param holder the only lane that may take it up; empty: it was taken up or given up
 * @param heldAt ISO 8601
 * @param content the ticket as JSON text
 */
record TicketNews(
        UUID ticketId, Optional<TerminalId> holder, String name, String heldAt, String cashier, String content) {}
