package outpost.sales.internal.ticket;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import outpost.protocol.Json;
import outpost.sales.HeldTicket;
import outpost.sales.internal.journal.Journal;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.TerminalId;

/** How the open ticket and those that wait lie in the table {@code tickets}. */
final class TicketRows {
    private TicketRows() {}

    static Optional<Draft> open(Transaction transaction) {
        return transaction.first("SELECT content FROM tickets WHERE state = 'open'", TicketRows::draft);
    }

    /** There is one open ticket; a blank one leaves no row. */
    static void putOpen(Transaction transaction, Draft draft) {
        transaction.update(
                "DELETE FROM tickets WHERE state = 'open' AND id <> ?",
                draft.id().toString());
        if (draft.isBlank()) {
            transaction.update("DELETE FROM tickets WHERE id = ?", draft.id().toString());
        } else {
            transaction.update(
                    "INSERT INTO tickets (id, state, content) VALUES (?, 'open', ?)"
                            + " ON CONFLICT (id) DO UPDATE SET state = 'open', content = excluded.content",
                    draft.id().toString(),
                    Json.write(draft));
        }
    }

    static void hold(Transaction transaction, Draft draft, String name, ZonedDateTime at, String cashier) {
        transaction.update(
                "INSERT OR REPLACE INTO tickets (id, state, name, held_at, cashier, content)"
                        + " VALUES (?, 'held', ?, ?, ?, ?)",
                draft.id().toString(),
                name,
                Journal.text(at),
                cashier,
                Json.write(draft));
    }

    static List<HeldTicket> held(Transaction transaction) {
        return transaction.query(
                "SELECT * FROM tickets WHERE state = 'held' ORDER BY held_at, id",
                row -> heldTicket(row, Optional.empty()));
    }

    /** @param lane where it waits, if not here */
    static HeldTicket heldTicket(Row row, Optional<TerminalId> lane) {
        return new HeldTicket(
                UUID.fromString(row.text("id")),
                row.text("name"),
                ZonedDateTime.parse(row.text("held_at")),
                row.text("cashier"),
                new Bill(draft(row)).ticket(),
                lane);
    }

    /** A ticket that another lane has given to this one. */
    static void arrive(Transaction transaction, TicketNews news) {
        transaction.update(
                "INSERT OR IGNORE INTO tickets (id, state, name, held_at, cashier, content) VALUES (?, 'held', ?, ?, ?, ?)",
                news.ticketId().toString(),
                news.name(),
                news.heldAt(),
                news.cashier(),
                news.content());
    }

    /** Takes a ticket away if it is held; an open one stays. */
    static void removeHeld(Transaction transaction, UUID id) {
        transaction.update("DELETE FROM tickets WHERE id = ? AND state = 'held'", id.toString());
    }

    static Optional<Draft> held(Transaction transaction, UUID id) {
        return transaction.first(
                "SELECT content FROM tickets WHERE state = 'held' AND id = ?", TicketRows::draft, id.toString());
    }

    static void remove(Transaction transaction, UUID id) {
        transaction.update("DELETE FROM tickets WHERE id = ?", id.toString());
    }

    private static Draft draft(Row row) {
        return Json.read(row.text("content"), Draft.class);
    }
}
