package outpost.sales;

import java.util.Optional;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/**
 * Something that is in no catalog.
 *
 * @param code what was scanned, or the department's id
 * @param categoryId the department
 * @param quantity not zero; negative: a return, which needs {@link Right#RETURN_WITHOUT_RECEIPT} instead
 */
public record OpenItem(
        String code, String name, Optional<String> categoryId, Quantity quantity, Money unitPrice, TaxRate taxRate) {}
