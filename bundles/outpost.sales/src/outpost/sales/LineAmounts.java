package outpost.sales;

import outpost.values.Money;

/**
 * What a line comes to.
 *
 * @param gross price times quantity
 * @param lineDiscount what its own discount takes off, with the sign of {@code gross}
 * @param ticketDiscount its share of the ticket's discount, with the sign of {@code gross}
 * @param total what is left: tax contained or not, as the shop's prices are
 */
public record LineAmounts(Money gross, Money lineDiscount, Money ticketDiscount, Money total) {}
