package outpost.sales;

import java.time.ZonedDateTime;
import java.util.UUID;

/** A ticket that waits. */
public record HeldTicket(UUID id, String name, ZonedDateTime heldAt, String cashier, Ticket ticket) {}
