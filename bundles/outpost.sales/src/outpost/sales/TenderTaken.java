package outpost.sales;

import java.util.Optional;
import outpost.values.Money;

/**
 * Money that was taken, or is given back.
 *
 * @param tendered what was handed over; negative: paid out
 * @param reference of the card's slip, of the voucher
 */
public record TenderTaken(TenderType type, Money tendered, Optional<String> reference) {}
