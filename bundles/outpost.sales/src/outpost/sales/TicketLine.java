package outpost.sales;

import java.util.Optional;
import java.util.OptionalInt;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/**
 * One line of the open ticket.
 *
 * @param id given once within the ticket: it names the line whatever happens to the others
 * @param productId the catalog's product; empty for an open item
 * @param categoryId the department
 * @param quantity not zero; negative for what comes back
 * @param listPrice of one unit, before it was overridden
 * @param unitPrice of one unit
 * @param discount the line's own
 * @param returnOf the receipt's line that comes back; empty for a return without receipt
 * @param minimumAge of the buyer, in years
 * @param ageChecked whether the cashier has asked
 */
public record TicketLine(
        int id,
        Optional<String> productId,
        Optional<String> categoryId,
        String code,
        String name,
        Quantity quantity,
        Money listPrice,
        Money unitPrice,
        boolean priceDerived,
        TaxRate taxRate,
        Optional<String> note,
        Optional<TicketDiscount> discount,
        Optional<ReturnOf> returnOf,
        OptionalInt minimumAge,
        boolean ageChecked,
        LineAmounts amounts) {
    public boolean isReturn() {
        return quantity.isNegative();
    }

    public boolean isPriceOverridden() {
        return !listPrice.equals(unitPrice);
    }

    /** Whether the ticket cannot be paid before the buyer's age was asked for. */
    public boolean awaitsAgeCheck() {
        return minimumAge.isPresent() && !ageChecked && !isReturn();
    }
}
