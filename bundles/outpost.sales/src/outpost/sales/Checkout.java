package outpost.sales;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.values.Money;

/** From the open ticket to the receipt. */
@ProviderType
public interface Checkout {
    /**
     * Takes a tender, one of several or the only one; it survives the end of the program, as the ticket does. Never waits.
     *
     * @param tendered what is handed over; where {@link TicketAmounts#due} is negative, negative: what is paid out, never more than that
     * @throws RefusedException if it is more than is due and of a type without change, lacks its reference or the ticket's customer, or is nothing
     * @throws RefusedException if there is nothing to pay, or a line still awaits its age check
     */
    Ticket take(TenderType type, Money tendered, Optional<String> reference);

    /** Gives a tender back: its place among the ticket's tenders, from 0. In the journal. Never waits. */
    Ticket giveBack(int tenderPlace);

    /**
     * Makes the sale or refund: receipt, lines, tenders, journal entry, outgoing event and the next, empty ticket become durable in one transaction, before
     * this returns. When it throws, the ticket stands as it was and can be completed again. Not on the UI thread.
     *
     * @throws RefusedException if it is not paid to the unit, or nobody is logged in
     * @throws RefusedException if what comes back was refunded meanwhile
     */
    Receipt complete();

    /** The last receipt that this till completed: after a sudden end, what to ask the printer for. Reads the disk. */
    Optional<Receipt> last();
}
