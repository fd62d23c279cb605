package outpost.sales;

import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Tickets that wait for their customers. Not on the UI thread: every call reads or writes the disk. */
@ProviderType
public interface HeldTickets {
    /**
     * Puts the open ticket aside and begins a new one.
     *
     * @param name by which the cashier knows it again; empty: its time alone
     * @throws RefusedException if it is empty, or tenders were taken
     */
    HeldTicket hold(String name);

    /** The oldest first. */
    List<HeldTicket> list();

    /**
     * Makes a held ticket the open one.
     *
     * @throws RefusedException if the open one is not empty
     * @throws RefusedException if it was resumed or discarded meanwhile
     */
    Ticket resume(UUID id);

    /** Gives a held ticket up. Needs {@link Right#VOID_TICKET}. */
    void discard(UUID id, Grounds grounds);
}
