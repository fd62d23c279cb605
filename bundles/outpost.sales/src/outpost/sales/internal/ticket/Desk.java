package outpost.sales.internal.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Ticket;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.rules.Business;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;

/**
 * Holds the one open ticket. A change counts at once and is stored in the background; what must wait for the disk (completing, holding) has the ticket for
 * itself meanwhile. Its lock is never held over the disk or a callback.
 */
@Component(service = Desk.class)
public final class Desk {
    private final Journal journal;
    private final Business business;
    private final PinStaff staff;
    private final Supplier<UUID> newId;
    private final TicketKeeper keeper;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<Draft> current;
    private Optional<Ticket> shown = Optional.empty();
    private boolean busy;
    private boolean training;

    @Activate
    public Desk(
            @Reference Store store,
            @Reference Journal journal,
            @Reference Business business,
            @Reference PinStaff staff) {
        this(store, journal, business, staff, UUID::randomUUID);
    }

    public Desk(Store store, Journal journal, Business business, PinStaff staff, Supplier<UUID> newId) {
        this.journal = journal;
        this.business = business;
        this.staff = staff;
        this.newId = newId;
        this.current = store.read(TicketRows::open);
        this.training = store.read(TillMarks::training);
        this.keeper = new TicketKeeper(store);
    }

    @Deactivate
    public void close() {
        keeper.close();
    }

    synchronized Ticket ticket() {
        if (shown.isEmpty()) {
            shown = Optional.of(new Bill(draft()).ticket());
        }
        return shown.get();
    }

    synchronized boolean isTraining() {
        return training;
    }

    /** The ticket must be blank. */
    synchronized void setTraining(boolean on) {
        training = on;
        current = Optional.empty();
        shown = Optional.empty();
    }

    /** Makes a change, unless what it leads to cannot be. */
    Ticket change(Function<Draft, Change> change) {
        Ticket after;
        synchronized (this) {
            requireFree();
            Change made = change.apply(draft());
            after = new Bill(made.next()).ticket();
            keeper.keep(made.next(), made.alsoDo());
            staff.spend(made.grounds());
            current = Optional.of(made.next());
            shown = Optional.of(after);
        }
        listeners.forEach(Runnable::run);
        return after;
    }

    /**
     * Has the ticket for itself while something is done that waits for the disk; all changes made before are stored by then.
     *
     * @param work what it answers says which ticket is open afterwards; when it throws, it is the same as before
     */
    <T> T alone(Function<Draft, Outcome<T>> work) {
        Draft taken;
        synchronized (this) {
            requireFree();
            busy = true;
            taken = draft();
        }
        T value;
        try {
            keeper.flush();
            Outcome<T> outcome = work.apply(taken);
            synchronized (this) {
                current = outcome.next();
                shown = Optional.empty();
            }
            value = outcome.value();
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
        listeners.forEach(Runnable::run);
        return value;
    }

    /**
     * Does something that must not happen in the middle of a ticket.
     *
     * @throws RefusedException if the open ticket is not blank
     */
    public <T> T betweenTickets(Supplier<T> work) {
        return alone(draft -> {
            if (!draft.isBlank()) {
                throw new RefusedException(Refusal.FINISH_TICKET_FIRST);
            }
            return new Outcome<>(work.get(), Optional.empty());
        });
    }

    Subscription onChange(Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** A new ticket, as the business has it reckoned from now on. */
    synchronized Draft blank() {
        return Draft.empty(newId.get(), journal.clock().instant().toString(), business.terms(), training);
    }

    private Draft draft() {
        if (current.isEmpty()) {
            current = Optional.of(blank());
        }
        return current.get();
    }

    private void requireFree() {
        if (busy) {
            throw new RefusedException(Refusal.TICKET_BUSY);
        }
    }

    /**
     * @param next the open ticket; empty: a new one
     */
    record Outcome<T>(T value, Optional<Draft> next) {}
}
