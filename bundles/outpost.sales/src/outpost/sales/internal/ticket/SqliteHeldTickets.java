package outpost.sales.internal.ticket;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.Limits;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.HeldTickets;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Ticket;
import outpost.sales.User;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;

/** Puts tickets aside and takes them up again. */
@Component
public final class SqliteHeldTickets implements HeldTickets {
    private final Store store;
    private final Desk desk;
    private final PinStaff staff;
    private final Journal journal;
    private final Guard guard;

    @Activate
    public SqliteHeldTickets(
            @Reference Store store, @Reference Desk desk, @Reference PinStaff staff, @Reference Journal journal) {
        this.store = store;
        this.desk = desk;
        this.staff = staff;
        this.journal = journal;
        this.guard = new Guard(staff, journal);
    }

    @Override
    public HeldTicket hold(String name) {
        String known = name.strip();
        Limits.requireText("name", known, 0, Limits.NAME_CHARS);
        return desk.alone(draft -> {
            User user = guard.seller(draft);
            if (draft.isBlank()) {
                throw new RefusedException(Refusal.NOTHING_TO_HOLD);
            }
            ZonedDateTime at = journal.now();
            store.write(transaction -> {
                TicketRows.hold(transaction, draft, known, at, user.name());
                return draft;
            });
            HeldTicket held = new HeldTicket(draft.id(), known, at, user.name(), new Bill(draft).ticket());
            return new Desk.Outcome<>(held, Optional.empty());
        });
    }

    @Override
    public List<HeldTicket> list() {
        return store.read(TicketRows::held);
    }

    @Override
    public Ticket resume(UUID id) {
        return desk.alone(draft -> {
            staff.require(Demand.of(Right.SELL), Grounds.NONE);
            if (!draft.isBlank()) {
                throw new RefusedException(Refusal.FINISH_TICKET_FIRST);
            }
            Draft resumed = store.write(transaction -> {
                Draft found = TicketRows.held(transaction, id).orElseThrow(() -> gone());
                requireSameMode(found);
                TicketRows.putOpen(transaction, found);
                return found;
            });
            return new Desk.Outcome<>(new Bill(resumed).ticket(), Optional.of(resumed));
        });
    }

    @Override
    public void discard(UUID id, Grounds grounds) {
        User user = staff.require(Demand.of(Right.VOID_TICKET), grounds);
        store.write(transaction -> {
            Draft found = TicketRows.held(transaction, id).orElseThrow(() -> gone());
            long total = new Bill(found).totalMinor();
            TicketRows.remove(transaction, id);
            journal.enter(
                    transaction,
                    guard.act(found, "void_ticket", user, grounds)
                            .with("lines", found.lines().size())
                            .with("totalMinor", total));
            guard.noteVoid(found, "ticket", grounds, total).accept(transaction);
            return found;
        });
        staff.spend(grounds);
    }

    private void requireSameMode(Draft held) {
        if (held.training() != desk.isTraining()) {
            throw new RefusedException(held.training() ? Refusal.HELD_IN_TRAINING : Refusal.HELD_OUTSIDE_TRAINING);
        }
    }

    private static RefusedException gone() {
        return new RefusedException(Refusal.HELD_GONE);
    }
}
