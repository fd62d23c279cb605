package outpost.sales.internal.shift;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import outpost.sales.CashMovement;
import outpost.sales.Shift;
import outpost.sales.internal.journal.Journal;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.Money;

/** How shifts lie in their tables, and what is counted in them beside receipts. */
public final class ShiftRows {
    private ShiftRows() {}

    public static Optional<Shift> current(Transaction transaction) {
        return transaction.first("SELECT * FROM shifts WHERE closed_at IS NULL", ShiftRows::shift);
    }

    /** The open shift; where there is none, one with an empty drawer begins. */
    public static Shift currentOrNew(
            Transaction transaction, UUID newId, ZonedDateTime at, String by, Currency currency) {
        return current(transaction).orElseGet(() -> open(transaction, newId, at, by, Money.zero(currency)));
    }

    /** Notes for the open shift's report that a line or ticket was given up; before the first shift there is no report to note it for. */
    public static void noteVoid(Transaction transaction, String kind, Optional<String> reason, long amountMinor) {
        current(transaction)
                .ifPresent(shift -> transaction.update(
                        "INSERT INTO voids (shift_id, kind, reason, amount_minor) VALUES (?, ?, ?, ?)",
                        shift.id().toString(),
                        kind,
                        reason.orElse(""),
                        amountMinor));
    }

    static Shift open(Transaction transaction, UUID id, ZonedDateTime at, String by, Money cashFloat) {
        int number = (int) transaction.number("SELECT coalesce(max(number), 0) + 1 FROM shifts");
        Shift shift = new Shift(id, number, at.toLocalDate(), at, by, cashFloat, Optional.empty());
        transaction.update(
                "INSERT INTO shifts (id, number, business_day, currency, opened_at, opened_by, float_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                number,
                shift.businessDay().toString(),
                cashFloat.currency().getCurrencyCode(),
                Journal.text(at),
                by,
                cashFloat.minor());
        return shift;
    }

    static void close(Transaction transaction, Shift shift, ZonedDateTime at, String report) {
        transaction.update(
                "UPDATE shifts SET closed_at = ?, report = ? WHERE id = ?",
                Journal.text(at),
                report,
                shift.id().toString());
    }

    static List<Shift> latest(Transaction transaction, int limit) {
        return transaction.query("SELECT * FROM shifts ORDER BY number DESC LIMIT ?", ShiftRows::shift, limit);
    }

    static Optional<String> report(Transaction transaction, UUID shiftId) {
        return transaction
                .first("SELECT report FROM shifts WHERE id = ?", row -> row.optionalText("report"), shiftId.toString())
                .flatMap(report -> report);
    }

    static void move(Transaction transaction, Shift shift, CashMovement movement) {
        transaction.update(
                "INSERT INTO cash_movements (shift_id, at, by_user, amount_minor, reason) VALUES (?, ?, ?, ?, ?)",
                shift.id().toString(),
                Journal.text(movement.at()),
                movement.by(),
                movement.amount().minor(),
                movement.reason());
    }

    static List<CashMovement> movements(Transaction transaction, Shift shift) {
        return transaction.query(
                "SELECT * FROM cash_movements WHERE shift_id = ? ORDER BY id",
                row -> new CashMovement(
                        ZonedDateTime.parse(row.text("at")),
                        row.text("by_user"),
                        new Money(shift.cashFloat().currency(), row.number("amount_minor")),
                        row.text("reason")),
                shift.id().toString());
    }

    static List<Void> voids(Transaction transaction, Shift shift) {
        return transaction.query(
                "SELECT kind, reason, amount_minor FROM voids WHERE shift_id = ? ORDER BY id",
                row -> new Void(row.text("kind"), row.text("reason"), row.number("amount_minor")),
                shift.id().toString());
    }

    private static Shift shift(Row row) {
        return new Shift(
                UUID.fromString(row.text("id")),
                (int) row.number("number"),
                LocalDate.parse(row.text("business_day")),
                ZonedDateTime.parse(row.text("opened_at")),
                row.text("opened_by"),
                Money.of(row.text("currency"), row.number("float_minor")),
                row.optionalText("closed_at").map(ZonedDateTime::parse));
    }

    /**
     * Something that was rung and given up.
     *
     * @param kind {@code line} or {@code ticket}
     * @param reason may be empty
     */
    record Void(String kind, String reason, long amountMinor) {}
}
