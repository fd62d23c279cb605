package outpost.sales;

import java.time.ZonedDateTime;
import outpost.values.Money;

/**
 * Cash that was put into the drawer or taken out without a sale.
 *
 * @param amount above 0: in; below: out
 */
public record CashMovement(ZonedDateTime at, String by, Money amount, String reason) {}
