package outpost.sales;

import java.util.Optional;

/** A discount that was given, and why. */
public record TicketDiscount(Discount discount, Optional<String> reason, Optional<String> approvedBy) {}
