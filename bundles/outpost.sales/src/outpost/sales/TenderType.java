package outpost.sales;

import java.util.Objects;
import outpost.protocol.Limits;

/**
 * A way to pay.
 *
 * @param id {@code cash}, {@code card}, {@code voucher}, {@code account}, or the business's own
 * @param name on buttons and receipts
 * @param change whether more than is due may be handed over, and cash goes back
 * @param reference whether a number must be given: of the card's slip, of the voucher
 * @param customer whether the ticket must name a customer
 * @param drawer whether taking it opens the drawer
 */
public record TenderType(
        String id, String name, boolean change, Reference reference, boolean customer, boolean drawer) {
    public TenderType {
        Limits.requireText("id", id, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Objects.requireNonNull(reference, "reference");
    }

    public boolean isCash() {
        return id.equals("cash");
    }

    /** Whether a reference belongs to a tender. */
    public enum Reference {
        NONE,
        OPTIONAL,
        REQUIRED
    }
}
