package outpost.sales.internal.ticket;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.EventReader;
import outpost.outbox.Outbox;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.NoteReader;
import outpost.sales.HeldTicket;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.TerminalId;

/**
 * Tickets that were put aside at any lane of the branch. Each has one holder at a time, and only the holder gives it away: by one event, which is committed before
 * anybody hears of it. So no two lanes ever have the same ticket, whatever gets lost on the way, and whoever it was given to finds it among its own.
 */
@Component(service = {EventReader.class, NoteReader.class, SharedTickets.class})
public final class SharedTickets implements EventReader, NoteReader {
    static final String TOPIC = "take_ticket";

    private final Store store;
    private final Journal journal;
    private final Outbox outbox;
    private final Map<UUID, CompletableFuture<UUID>> awaited = new ConcurrentHashMap<>();

    @Activate
    public SharedTickets(@Reference Store store, @Reference Journal journal, @Reference Outbox outbox) {
        this.store = store;
        this.journal = journal;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "held-tickets";
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.HELD_TICKET);
    }

    /** Tells the branch that this lane holds a ticket. Practice stays where it is. */
    void held(Transaction transaction, Draft draft, String name, ZonedDateTime at, String cashier) {
        if (!draft.training()) {
            tell(
                    transaction,
                    new TicketNews(
                            draft.id(), Optional.of(self()), name, Journal.text(at), cashier, Json.write(draft)));
        }
    }

    /** Tells the branch that a ticket that this lane held is not held any more. */
    void gone(Transaction transaction, Draft draft) {
        if (!draft.training()) {
            tell(transaction, new TicketNews(draft.id(), Optional.empty(), "", "", "", ""));
        }
    }

    /** Those that other lanes hold, the oldest first. */
    List<HeldTicket> elsewhere(Transaction transaction) {
        return transaction.query(
                "SELECT * FROM branch_tickets WHERE holder IS NOT NULL AND holder <> ? ORDER BY held_at, id",
                row -> TicketRows.heldTicket(row, Optional.of(new TerminalId(row.text("holder")))),
                self().value());
    }

    /** Who holds a ticket that is not this lane's. */
    Optional<TerminalId> holder(UUID id) {
        return store.read(transaction -> transaction.first(
                "SELECT holder FROM branch_tickets WHERE id = ? AND holder IS NOT NULL AND holder <> ?",
                row -> new TerminalId(row.text("holder")),
                id.toString(),
                self().value()));
    }

    /** Completed when that ticket has become this lane's. To be {@linkplain #forget forgotten} afterwards. */
    CompletableFuture<UUID> arrival(UUID id) {
        return awaited.computeIfAbsent(id, first -> new CompletableFuture<>());
    }

    void forget(UUID id) {
        awaited.remove(id);
    }

    @Override
    public void read(Transaction transaction, Event event, boolean own) {
        TicketNews news = Json.read(event.payload(), TicketNews.class);
        int latest = transaction.update(
                "INSERT INTO branch_tickets (id, stamp, holder, name, held_at, cashier, content) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET stamp = excluded.stamp, holder = excluded.holder, name = excluded.name,"
                        + " held_at = excluded.held_at, cashier = excluded.cashier, content = excluded.content"
                        + " WHERE excluded.stamp > stamp",
                news.ticketId().toString(),
                event.hlc() + "/" + event.terminalId(),
                news.holder().map(TerminalId::value),
                news.name(),
                news.heldAt(),
                news.cashier(),
                news.content());
        // What this till does itself, it does to its own tickets in the same transaction.
        if (latest > 0 && !own) {
            place(transaction, news);
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /** Another lane wants a ticket that this one holds: it is that lane's as soon as this is committed. */
    @Override
    public void read(TerminalId from, String body) {
        UUID id = UUID.fromString(body);
        store.write(transaction -> {
            Optional<HeldTicket> here = TicketRows.held(transaction).stream()
                    .filter(held -> held.id().equals(id))
                    .findFirst();
            Optional<Draft> draft = TicketRows.held(transaction, id).filter(found -> !found.training());
            if (here.isPresent() && draft.isPresent()) {
                TicketRows.remove(transaction, id);
                tell(
                        transaction,
                        new TicketNews(
                                id,
                                Optional.of(from),
                                here.get().name(),
                                Journal.text(here.get().heldAt()),
                                here.get().cashier(),
                                Json.write(draft.get())));
            }
            return draft;
        });
    }

    private void place(Transaction transaction, TicketNews news) {
        if (news.holder().equals(Optional.of(self()))) {
            TicketRows.arrive(transaction, news);
            transaction.afterCommit(() ->
                    Optional.ofNullable(awaited.get(news.ticketId())).ifPresent(one -> one.complete(news.ticketId())));
        } else {
            TicketRows.removeHeld(transaction, news.ticketId());
        }
    }

    private void tell(Transaction transaction, TicketNews news) {
        outbox.append(transaction, EventType.HELD_TICKET, Json.write(news));
    }

    private TerminalId self() {
        return journal.identity().enrolment().terminalId();
    }
}
