package outpost.sales.internal.shift;

import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.catalog.Catalog;
import outpost.catalog.Category;
import outpost.protocol.Json;
import outpost.protocol.ShiftReport;
import outpost.sales.CashCount;
import outpost.sales.CashMovement;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Shift;
import outpost.sales.Shifts;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.receipt.ReceiptRows;
import outpost.sales.internal.shift.ReportSums.Closing;
import outpost.sales.internal.staff.PinStaff;
import outpost.sales.internal.ticket.Desk;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Money;

/** Shifts in the till's database; a report is made from the receipts themselves, in the transaction that closes the shift. */
@Component
public final class SqliteShifts implements Shifts {
    private static final int MAX_LATEST = 1_000;

    private final Store store;
    private final Journal journal;
    private final PinStaff staff;
    private final Desk desk;
    private final Catalog catalog;
    private final Supplier<UUID> newId;

    @Activate
    public SqliteShifts(
            @Reference Store store,
            @Reference Journal journal,
            @Reference PinStaff staff,
            @Reference Desk desk,
            @Reference Catalog catalog) {
        this(store, journal, staff, desk, catalog, UUID::randomUUID);
    }

    public SqliteShifts(
            Store store, Journal journal, PinStaff staff, Desk desk, Catalog catalog, Supplier<UUID> newId) {
        this.store = store;
        this.journal = journal;
        this.staff = staff;
        this.desk = desk;
        this.catalog = catalog;
        this.newId = newId;
    }

    @Override
    public Optional<Shift> current() {
        return store.read(ShiftRows::current);
    }

    @Override
    public List<Shift> latest(int limit) {
        if (limit < 1 || limit > MAX_LATEST) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_LATEST);
        }
        return store.read(transaction -> ShiftRows.latest(transaction, limit));
    }

    @Override
    public Shift open(Money cashFloat, Grounds grounds) {
        requireOurs(cashFloat);
        if (cashFloat.isNegative()) {
            throw new IllegalArgumentException("a drawer cannot hold less than nothing");
        }
        User user = staff.require(Demand.of(Right.SHIFT), grounds);
        Shift opened = store.write(transaction -> {
            ShiftRows.current(transaction).ifPresent(shift -> {
                throw new RefusedException(Refusal.SHIFT_STILL_OPEN, shift.number());
            });
            ZonedDateTime at = journal.now();
            Shift shift = ShiftRows.open(transaction, newId.get(), at, user.name(), cashFloat);
            journal.enter(
                    transaction,
                    Act.of(at, "shift_open", shift.id().toString(), user)
                            .because(grounds)
                            .with("number", shift.number())
                            .with("floatMinor", cashFloat.minor()));
            return shift;
        });
        staff.spend(grounds);
        return opened;
    }

    @Override
    public CashMovement cashIn(Money amount, Grounds grounds) {
        return move("cash_in", amount, amount, grounds);
    }

    @Override
    public CashMovement cashOut(Money amount, Grounds grounds) {
        return move("cash_out", amount, amount.negated(), grounds);
    }

    @Override
    public List<CashMovement> movements() {
        return store.read(transaction -> ShiftRows.current(transaction)
                .map(shift -> ShiftRows.movements(transaction, shift))
                .orElse(List.of()));
    }

    @Override
    public ShiftReport x(Grounds grounds) {
        User user = staff.require(Demand.of(Right.X_REPORT), grounds);
        Map<String, String> departments = departments();
        ShiftReport report = store.write(transaction -> {
            Shift shift = required(transaction);
            journal.enter(
                    transaction,
                    Act.of(journal.now(), "x_report", shift.id().toString(), user)
                            .because(grounds));
            return report(transaction, shift, departments, Closing.NONE);
        });
        staff.spend(grounds);
        return report;
    }

    @Override
    public ShiftReport close(CashCount counted, Grounds grounds) {
        User user = staff.require(Demand.of(Right.SHIFT), grounds);
        Map<String, String> departments = departments();
        ShiftReport report = desk.betweenTickets(
                () -> store.write(transaction -> closed(transaction, user, counted, grounds, departments)));
        staff.spend(grounds);
        return report;
    }

    @Override
    public Optional<ShiftReport> z(UUID shiftId, Grounds grounds) {
        User user = staff.require(Demand.of(Right.REPRINT), grounds);
        Optional<ShiftReport> report = store.write(transaction -> {
            Optional<String> text = ShiftRows.report(transaction, shiftId);
            text.ifPresent(present -> journal.enter(
                    transaction,
                    Act.of(journal.now(), "z_copy", shiftId.toString(), user).because(grounds)));
            return text.map(json -> Json.read(json, ShiftReport.class));
        });
        staff.spend(grounds);
        return report;
    }

    private ShiftReport closed(
            Transaction transaction, User user, CashCount counted, Grounds grounds, Map<String, String> departments) {
        Shift shift = required(transaction);
        ZonedDateTime at = journal.now();
        Money total = counted.total(Money.zero(shift.cashFloat().currency()));
        ShiftReport report = report(
                transaction,
                shift,
                departments,
                new Closing(
                        Optional.of(Journal.text(at)),
                        Optional.of(user.name()),
                        Optional.of(total.minor()),
                        counted.piles().stream()
                                .map(pile ->
                                        new ShiftReport.Pile(pile.denomination().minor(), pile.count()))
                                .toList()));
        String json = Json.write(report);
        ShiftRows.close(transaction, shift, at, json);
        journal.enter(
                transaction,
                Act.of(at, "shift_close", shift.id().toString(), user)
                        .because(grounds)
                        .with("number", shift.number())
                        .with("netMinor", report.netMinor())
                        .with("expectedMinor", report.drawer().expectedMinor())
                        .with("countedMinor", total.minor()));
        journal.sendShift(transaction, json);
        return report;
    }

    private static ShiftReport report(
            Transaction transaction, Shift shift, Map<String, String> departments, Closing closing) {
        ReportSums sums = new ReportSums(departments);
        ReceiptRows.select(
                        transaction,
                        "WHERE shift_id = ? AND training = 0 ORDER BY sequence",
                        shift.id().toString())
                .forEach(sums::add);
        return sums.report(
                shift, ShiftRows.movements(transaction, shift), ShiftRows.voids(transaction, shift), closing);
    }

    private CashMovement move(String kind, Money amount, Money signed, Grounds grounds) {
        requireOurs(amount);
        if (amount.minor() < 1) {
            throw new RefusedException(Refusal.AMOUNT_ABOVE_ZERO);
        }
        String reason = grounds.reason()
                .orElseThrow(() -> new IllegalArgumentException("cash is put in or taken out for a reason"));
        User user = staff.require(Demand.of(Right.CASH_IN_OUT), grounds);
        CashMovement made = store.write(transaction -> {
            ZonedDateTime at = journal.now();
            Shift shift = ShiftRows.currentOrNew(transaction, newId.get(), at, user.name(), amount.currency());
            CashMovement movement = new CashMovement(at, user.name(), signed, reason);
            ShiftRows.move(transaction, shift, movement);
            journal.enter(
                    transaction,
                    Act.of(at, kind, shift.id().toString(), user)
                            .because(grounds)
                            .with("amountMinor", amount.minor()));
            return movement;
        });
        staff.spend(grounds);
        return made;
    }

    private Map<String, String> departments() {
        return catalog.categories().stream().collect(Collectors.toMap(Category::id, Category::name));
    }

    private void requireOurs(Money amount) {
        Currency ours = journal.identity().currency();
        if (!amount.currency().equals(ours)) {
            throw new IllegalArgumentException("an amount in " + amount.currency() + " at a till in " + ours);
        }
    }

    private static Shift required(Transaction transaction) {
        return ShiftRows.current(transaction).orElseThrow(() -> new RefusedException(Refusal.NO_SHIFT));
    }
}
