package outpost.sales;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Makes sales that last. Not on the UI thread: every call reads or writes the disk. */
@ProviderType
public interface Sales {
    /**
     * Completes a ticket: receipt, lines, tenders, journal entry and outgoing event become durable in one transaction, before this returns. When it
     * throws, nothing of it was stored and the basket can be completed again. Prices are taken to contain their tax, and nothing is rounded: this is for tickets
     * that were reckoned elsewhere; what a cashier rings goes through {@link OpenTicket} and {@link Checkout}.
     *
     * @param kind a refund's basket holds negative quantities only; a sale's may hold some (returns)
     * @param reference another system's number of this ticket; one ticket only for each
     * @throws IllegalArgumentException if the basket is empty, does not fit its kind, or is not paid by the tender
     * @throws RefusedException if this till is not enrolled
     * @throws IllegalStateException if a ticket with that reference exists
     */
    Receipt complete(Basket basket, Kind kind, Cash tendered, String cashier, Optional<String> reference);

    Optional<Receipt> receipt(String number);

    Optional<Receipt> byReference(String reference);

    /**
     * The newest receipts first.
     *
     * @param limit at most so many, 1 to 1,000
     */
    List<Receipt> latest(int limit);

    /**
     * What this till has rung in all.
     *
     * @throws RefusedException if this till is not enrolled, and so has no currency to count in
     */
    Rung rung();

    enum Kind {
        SALE,
        REFUND
    }
}
