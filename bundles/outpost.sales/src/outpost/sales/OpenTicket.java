package outpost.sales;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.catalog.Product;
import outpost.outbox.Outbox.Subscription;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * The ticket that is being rung. There is always one, empty to begin with; it survives the end of the program, however sudden.
 *
 * <p>No call waits: a change counts at once in memory and is stored in the background, in order. So all of it may be called on the UI thread. Each answers the
 * ticket as it now stands. A change that is refused leaves the ticket as it was:
 *
 * <ul>
 *   <li>{@link NotAllowedException}: the one present may not do that alone;
 *   <li>{@link RefusedException}: not so, or not now (nobody logged in, tenders were taken, more than is left, …);
 *   <li>{@link IllegalArgumentException}: it makes no sense at all, such as a quantity below 0 or a line that is not there;
 *   <li>{@link ArithmeticException}: the sums would become too large.
 * </ul>
 */
@ProviderType
public interface OpenTicket {
    Ticket ticket();

    /** Adds a product; the same product at the same price adds to its line, unless that one has a note or a discount of its own. */
    Ticket add(Product product, Quantity quantity);

    /** Adds a product as a line of its own whose price the code carries (labels with price); not an override. */
    Ticket addPriced(Product product, Quantity quantity, Money unitPrice);

    /** Needs {@link Right#OPEN_ITEM}. */
    Ticket addOpenItem(OpenItem item, Grounds grounds);

    /** Takes back what a receipt shows, at what was paid for it: all of these parts or, where one is refused, none. Needs {@link Right#REFUND}, once. */
    Ticket addReturns(List<RefundPart> parts, Grounds grounds);

    /** Takes a product back at today's price. Needs {@link Right#RETURN_WITHOUT_RECEIPT}. The quantity is given above 0. */
    Ticket addReturnWithoutReceipt(Product product, Quantity quantity, Grounds grounds);

    /** Another quantity with the same sign, not zero. Less than before needs {@link Right#VOID_LINE}. */
    Ticket setQuantity(int lineId, Quantity quantity, Grounds grounds);

    /** Takes a line out. Needs {@link Right#VOID_LINE}. */
    Ticket voidLine(int lineId, Grounds grounds);

    /** An empty text takes the note away. */
    Ticket setNote(int lineId, String note);

    /** Needs {@link Right#DISCOUNT} as far as it goes, and a reason. It replaces the line's discount; not for a return by receipt. */
    Ticket discountLine(int lineId, Discount discount, Grounds grounds);

    Ticket removeLineDiscount(int lineId);

    /** Needs {@link Right#PRICE_OVERRIDE} as far as it goes, and a reason. Not for a return by receipt. */
    Ticket overridePrice(int lineId, Money unitPrice, Grounds grounds);

    /** The cashier has asked for the buyer's age, and it is enough. */
    Ticket confirmAge(int lineId);

    /** Needs {@link Right#DISCOUNT} as far as it goes, and a reason. It is spread over all lines that are bought. */
    Ticket discountTicket(Discount discount, Grounds grounds);

    Ticket removeTicketDiscount();

    Ticket setCustomer(Optional<CustomerName> customer);

    /** An empty text takes the note away. */
    Ticket setTicketNote(String note);

    /** Gives the whole ticket up. Needs {@link Right#VOID_TICKET}; an empty ticket needs nothing. Not while tenders are taken. */
    Ticket voidTicket(Grounds grounds);

    /** Calls back after each change, on the thread that made it: keep it short. Close to stop. */
    Subscription onChange(Runnable listener);
}
