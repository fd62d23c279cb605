package outpost.sales.internal.ticket;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import outpost.protocol.Limits;
import outpost.protocol.Neighbours;
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
import outpost.values.TerminalId;

/** Puts tickets aside and takes them up again. */
@Component
public final class SqliteHeldTickets implements HeldTickets {
    /** How long a lane gets to hand a ticket over. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Store store;
    private final Desk desk;
    private final PinStaff staff;
    private final Journal journal;
    private final SharedTickets shared;
    private final Guard guard;
    private volatile Optional<Neighbours> neighbours = Optional.empty();

    @Activate
    public SqliteHeldTickets(
            @Reference Store store,
            @Reference Desk desk,
            @Reference PinStaff staff,
            @Reference Journal journal,
            @Reference SharedTickets shared) {
        this.store = store;
        this.desk = desk;
        this.staff = staff;
        this.journal = journal;
        this.shared = shared;
        this.guard = new Guard(staff, journal);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setNeighbours(Neighbours service) {
        neighbours = Optional.of(service);
    }

    public void unsetNeighbours(Neighbours service) {
        if (neighbours.filter(service::equals).isPresent()) {
            neighbours = Optional.empty();
        }
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
                shared.held(transaction, draft, known, at, user.name());
                return draft;
            });
            HeldTicket held =
                    new HeldTicket(draft.id(), known, at, user.name(), new Bill(draft).ticket(), Optional.empty());
            return new Desk.Outcome<>(held, Optional.empty());
        });
    }

    @Override
    public List<HeldTicket> list() {
        return store.read(transaction -> Stream.concat(
                        TicketRows.held(transaction).stream(), shared.elsewhere(transaction).stream())
                .toList());
    }

    @Override
    public Ticket resume(UUID id) {
        if (desk.ticket().isEmpty()) {
            staff.require(Demand.of(Right.SELL), Grounds.NONE);
            shared.holder(id).ifPresent(lane -> takeOver(id, lane));
        }
        return desk.alone(draft -> {
            staff.require(Demand.of(Right.SELL), Grounds.NONE);
            if (!draft.isBlank()) {
                throw new RefusedException(Refusal.FINISH_TICKET_FIRST);
            }
            Draft resumed = store.write(transaction -> {
                Draft found = TicketRows.held(transaction, id).orElseThrow(() -> gone());
                requireSameMode(found);
                TicketRows.putOpen(transaction, found);
                shared.gone(transaction, found);
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
            shared.gone(transaction, found);
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

    /** Asks the lane that holds it. If its answer comes too late, the ticket is among this lane's own when it comes. */
    private void takeOver(UUID id, TerminalId lane) {
        CompletableFuture<UUID> arrival = shared.arrival(id);
        try {
            if (!neighbours
                    .map(others -> others.tell(lane, SharedTickets.TOPIC, id.toString()))
                    .orElse(false)) {
                throw new RefusedException(Refusal.HELD_OUT_OF_REACH);
            }
            arrival.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new RefusedException(Refusal.HELD_OUT_OF_REACH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Refusal.HELD_OUT_OF_REACH);
        } finally {
            shared.forget(id);
        }
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
