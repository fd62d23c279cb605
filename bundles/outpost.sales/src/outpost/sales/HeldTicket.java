package outpost.sales;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import outpost.values.TerminalId;

/**
 * A ticket that waits.
 *
 * @param lane the other lane of the branch at which it waits; empty: at this one
 */
public record HeldTicket(
        UUID id, String name, ZonedDateTime heldAt, String cashier, Ticket ticket, Optional<TerminalId> lane) {}
