package outpost.sales;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import outpost.protocol.Limits;
import outpost.protocol.SaleTender;

/**
 * A way to pay.
 *
 * @param id {@code cash}, {@code card}, {@code voucher}, {@code account}, or the business's own
 * @param name on buttons and receipts; of the first four, where the business has not named it itself, English: {@link #ownName} tells
 * @param change whether more than is due may be handed over, and cash goes back
 * @param reference whether a number must be given: of the card's slip, of the voucher
 * @param customer whether the ticket must name a customer
 * @param drawer whether taking it opens the drawer
 */
public record TenderType(
        String id, String name, boolean change, Reference reference, boolean customer, boolean drawer) {
    private static final Map<String, String> BUILT_IN = Map.of(
            SaleTender.CASH, "Cash",
            SaleTender.CARD, "Card",
            SaleTender.VOUCHER, "Voucher",
            SaleTender.ACCOUNT, "On account");

    public TenderType {
        Limits.requireText("id", id, 1, Limits.CODE_CHARS);
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Objects.requireNonNull(reference, "reference");
    }

    /** One that every till knows, with its built-in name. */
    public static TenderType builtIn(String id, boolean change, Reference reference, boolean customer, boolean drawer) {
        return new TenderType(id, BUILT_IN.get(id), change, reference, customer, drawer);
    }

    public boolean isCash() {
        return id.equals(SaleTender.CASH);
    }

    /** The name that the business gave it; empty for a built-in one, which everybody shows in their own language. */
    public Optional<String> ownName() {
        return Optional.of(name).filter(given -> !given.equals(BUILT_IN.get(id)));
    }

    /** Whether a reference belongs to a tender. */
    public enum Reference {
        NONE,
        OPTIONAL,
        REQUIRED
    }
}
