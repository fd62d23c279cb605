package outpost.sales;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tickets that wait for their customers, at this lane and at the others of the branch. Exactly one lane holds each; another one gets it from there if both are
 * connected. Not on the UI thread: every call reads or writes the disk, and taking a ticket over from another lane waits
 * for that lane, for a limited time.
 */
@ProviderType
public interface HeldTickets {
    /**
     * Puts the open ticket aside and begins a new one.
     *
     * @param name by which the cashier knows it again; empty: its time alone
     * @throws RefusedException if it is empty, or tenders were taken
     */
    HeldTicket hold(String name);

    /** Those of this lane, the oldest first, then those that the others hold as far as it is known here. */
    List<HeldTicket> list();

    /**
     * Makes a held ticket the open one.
     *
     * @throws RefusedException if the open one is not empty
     * @throws RefusedException if it was resumed or discarded meanwhile
     */
    Ticket resume(UUID id);

    /** Gives a ticket up that this lane holds. Needs {@link Right#VOID_TICKET}. */
    void discard(UUID id, Grounds grounds);
}
