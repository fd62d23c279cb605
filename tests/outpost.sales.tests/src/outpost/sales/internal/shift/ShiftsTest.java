package outpost.sales.internal.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.ShiftReport;
import outpost.sales.CashCount;
import outpost.sales.CashCount.Pile;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.RefusedException;
import outpost.sales.Shift;
import outpost.sales.Shifts;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.TestClock;
import outpost.sales.internal.Wired;
import outpost.values.Money;
import outpost.values.Quantity;

class ShiftsTest {
    private static final Grounds WHY = Grounds.of("To the safe");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private LiveTill till;
    private Wired wired;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("CHF");
        Shelf.of("CHF").fill(till);
        wired = new Wired(till, till.store(), clock);
    }

    @AfterEach
    void stop() {
        wired.close();
        till.close();
    }

    @Test
    void aDayFromFloatToBlindCount() {
        Shift shift = wired.shifts.open(chf(10_000), Grounds.NONE);
        assertEquals("2026-01-31", shift.businessDay().toString());
        assertThrows(RefusedException.class, () -> wired.shifts.open(chf(0), Grounds.NONE));
        sell("tea", 2, "cash");
        sell("bread", 1, "card");
        wired.shifts.cashOut(chf(5_000), WHY);
        wired.shifts.cashIn(chf(250), WHY);
        assertThrows(IllegalArgumentException.class, () -> wired.shifts.cashIn(chf(250), Grounds.NONE));
        // Past midnight it is still the same business day.
        clock.forward(Duration.ofHours(20));
        Receipt late = sell("tea", 1, "cash");
        assertEquals(Optional.of("2026-01-31"), late.sale().businessDay());
        ShiftReport x = wired.shifts.x(Grounds.NONE);
        assertEquals(Optional.empty(), x.drawer().countedMinor());

        ShiftReport z = wired.shifts.close(
                new CashCount(List.of(new Pile(chf(5_000), 1), new Pile(chf(100), 9))), Grounds.NONE);

        assertEquals(x.netMinor(), z.netMinor());
        assertEquals(1_083, z.netMinor());
        assertEquals(10_000 + 750 - 5_000 + 250, z.drawer().expectedMinor());
        assertEquals(Optional.of(5_900L - 6_000L), z.drawer().differenceMinor());
        assertEquals(Optional.of(late.number()), z.lastReceipt());
        assertEquals(Optional.empty(), wired.shifts.current());
        assertEquals(Optional.of(z), wired.shifts.z(shift.id(), Grounds.NONE));
        OutboxEntry sent = events().stream()
                .filter(entry -> entry.event().type().equals(EventType.SHIFT))
                .findFirst()
                .orElseThrow();
        assertEquals(z, Json.read(sent.event().payload(), ShiftReport.class));
        assertThrows(RefusedException.class, () -> wired.shifts.close(new CashCount(List.of()), Grounds.NONE));
    }

    @Test
    void aSaleWithoutAShiftOpensOneAndAnOpenTicketKeepsItOpen() {
        Receipt first = sell("tea", 1, "cash");
        wired.ticket.add(product("tea"), Quantity.ONE);

        assertEquals(first.sale().shiftId(), wired.shifts.current().map(shift -> shift.id()
                .toString()));
        assertThrows(RefusedException.class, () -> wired.shifts.close(new CashCount(List.of()), Grounds.NONE));
        wired.held.hold("may wait until tomorrow");
        wired.shifts.close(new CashCount(List.of()), Grounds.NONE);
    }

    @Test
    void aFaultAtAnyStatementOfAClosingLeavesTheShiftOpen() {
        sell("tea", 1, "cash");
        long journalled = count("journal");
        int faults = 0;
        while (closingFailsAt(faults + 1)) {
            faults++;
            assertTrue(wired.shifts.current().isPresent());
            assertEquals(journalled, count("journal"));
            assertEquals(1, events().size());
        }

        assertTrue(faults >= 8, "only " + faults + " statements were failed");
        assertEquals(Optional.empty(), wired.shifts.current());
    }

    @Test
    @Tag("A-113")
    void onAHundredRandomDaysEachZIsTheSumOfItsReceipts(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        for (int day = 0; day < 100; day++) {
            randomDay(random, "seed " + seed + ", day " + day);
        }
    }

    private void randomDay(Random random, String where) {
        Money cashFloat = chf(random.nextInt(2_000) * 5);
        UUID id = wired.shifts.open(cashFloat, Grounds.NONE).id();
        long moved = 0;
        for (int tickets = random.nextInt(6); tickets > 0; tickets--) {
            clock.forward(Duration.ofMinutes(random.nextInt(400)));
            randomTicket(random);
            if (random.nextInt(4) == 0) {
                Money amount = chf(5L * (1 + random.nextInt(100)));
                boolean in = random.nextBoolean();
                moved += in ? amount.minor() : -amount.minor();
                if (in) {
                    wired.shifts.cashIn(amount, WHY);
                } else {
                    wired.shifts.cashOut(amount, WHY);
                }
            }
        }
        ShiftReport z = wired.shifts.close(new CashCount(List.of()), Grounds.NONE);
        List<SalePayload> receipts = wired.sales.latest(100).stream()
                .map(Receipt::sale)
                .filter(sale -> sale.shiftId().equals(Optional.of(id.toString())))
                .toList();
        long net = receipts.stream().mapToLong(SalePayload::totalMinor).sum();
        long rounding = receipts.stream()
                .mapToLong(sale -> sale.roundingMinor().orElse(0L))
                .sum();
        long cash = receipts.stream()
                .flatMap(sale -> sale.tenders().stream())
                .filter(tender -> tender.type().equals("cash"))
                .mapToLong(tender -> tender.tenderedMinor() - tender.changeMinor())
                .sum();
        long tax = receipts.stream()
                .flatMap(sale -> sale.taxes().stream())
                .mapToLong(each -> each.taxMinor())
                .sum();
        long discounts = receipts.stream()
                .flatMap(sale -> sale.lines().stream())
                .flatMap(line -> line.discounts().stream())
                .mapToLong(discount -> discount.amountMinor())
                .sum();
        assertEquals(receipts.size(), z.sales() + z.refunds(), where);
        assertEquals(net, z.netMinor(), where);
        assertEquals(rounding, z.roundingMinor(), where);
        assertEquals(tax, z.taxMinor(), where);
        assertEquals(discounts, z.discountMinor(), where);
        assertEquals(net, z.grossMinor() - z.discountMinor(), where);
        assertEquals(net, sum(z.byDepartment()), where);
        assertEquals(net, sum(z.byCashier()), where);
        assertEquals(net + rounding, sum(z.byTender()), where);
        assertEquals(
                net, z.taxes().stream().mapToLong(each -> each.grossMinor()).sum(), where);
        assertEquals(discounts, sum(z.discounts()), where);
        assertEquals(z.refundMinor(), sum(z.returns()), where);
        assertEquals(cashFloat.minor() + cash + moved, z.drawer().expectedMinor(), where);
        assertEquals(Optional.of(-z.drawer().expectedMinor()), z.drawer().differenceMinor(), where);
    }

    private void randomTicket(Random random) {
        List<Receipt> before = wired.sales.latest(5);
        for (int lines = random.nextInt(4); lines >= 0; lines--) {
            Ticket ticket = wired.ticket.add(
                    product(random.nextBoolean() ? "tea" : "bread"), new Quantity(1 + random.nextInt(5_000)));
            TicketLine added = ticket.lines().get(ticket.lines().size() - 1);
            int last = added.id();
            // Nothing can be taken off what costs nothing.
            int act = added.amounts().gross().minor() > 0 ? random.nextInt(6) : 5;
            switch (act) {
                case 0 -> wired.ticket.discountLine(last, Discount.ofPpm(1 + random.nextInt(900_000)), WHY);
                case 1 -> wired.ticket.overridePrice(last, chf(random.nextInt(900)), WHY);
                case 2 -> wired.ticket.voidLine(last, WHY);
                default -> wired.ticket.setNote(last, "");
            }
        }
        if (!before.isEmpty() && random.nextInt(3) == 0) {
            refundSome(random, before.get(random.nextInt(before.size())));
        }
        if (wired.ticket.ticket().isEmpty()) {
            return;
        }
        if (random.nextInt(4) == 0 && wired.ticket.ticket().amounts().total().minor() > 100) {
            wired.ticket.discountTicket(Discount.ofPpm(1 + random.nextInt(300_000)), WHY);
        }
        long due = wired.ticket.ticket().amounts().due().minor();
        if (due > 10 && random.nextBoolean()) {
            take("card", 1 + random.nextInt((int) due - 1));
        }
        if (wired.ticket.ticket().amounts().due().minor() != 0) {
            long inCash = wired.ticket.ticket().amounts().dueInCash().minor();
            take("cash", inCash > 0 ? inCash + 5L * random.nextInt(200) : inCash);
        }
        wired.checkout.complete();
    }

    private void refundSome(Random random, Receipt receipt) {
        for (RefundableLine line :
                wired.refunds.find(receipt.number()).orElseThrow().lines()) {
            if (line.canReturn() && random.nextBoolean()) {
                long some = 1 + random.nextInt((int) line.left().milli());
                wired.ticket.addReturns(List.of(new RefundPart(line, new Quantity(some))), Grounds.of("Faulty"));
            }
        }
    }

    private boolean closingFailsAt(int statement) {
        Shifts shifts = new SqliteShifts(
                TappedStore.failingAt(statement, till.store()),
                wired.journal,
                wired.staff,
                wired.desk,
                till.catalog(),
                UUID::randomUUID);
        try {
            shifts.close(new CashCount(List.of()), Grounds.NONE);
            return false;
        } catch (TappedStore.InjectedFault e) {
            return true;
        }
    }

    private Receipt sell(String product, long units, String tender) {
        wired.ticket.add(product(product), Quantity.of(units));
        boolean cash = tender.equals("cash");
        take(
                tender,
                cash
                        ? wired.ticket.ticket().amounts().dueInCash().minor()
                        : wired.ticket.ticket().amounts().due().minor());
        return wired.checkout.complete();
    }

    private void take(String type, long minor) {
        wired.checkout.take(
                wired.business.tenders().stream()
                        .filter(each -> each.id().equals(type))
                        .findFirst()
                        .orElseThrow(),
                chf(minor),
                Optional.empty());
    }

    private Product product(String id) {
        return Shelf.product(till, id);
    }

    private List<OutboxEntry> events() {
        return till.outbox().entries(List.of(State.values()), 1_000);
    }

    private long count(String table) {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM " + table));
    }

    private static long sum(List<ShiftReport.Count> rows) {
        return rows.stream().mapToLong(ShiftReport.Count::amountMinor).sum();
    }

    private static Money chf(long minor) {
        return Money.of("CHF", minor);
    }
}
