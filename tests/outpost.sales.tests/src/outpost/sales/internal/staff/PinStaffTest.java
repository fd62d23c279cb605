package outpost.sales.internal.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.sales.Approval;
import outpost.sales.Demand;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.NotAllowedException;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Ticket;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.TestClock;
import outpost.sales.internal.Wired;
import outpost.values.Money;
import outpost.values.Quantity;

class PinStaffTest {
    private static final Demand OVERRIDE = new Demand(Right.PRICE_OVERRIDE, 200_000);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private LiveTill till;
    private Wired wired;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        Shelf.of("GBP")
                .user("ann", "cashier")
                .user("bob", "supervisor")
                .user("eve", "technician")
                .user("max", "nobody knows")
                .fill(till);
        wired = new Wired(till, till.store(), clock);
    }

    @AfterEach
    void stop() {
        wired.close();
        till.close();
    }

    @Test
    void nobodySellsBeforeTheyLoggedInAndTheReceiptNamesWhoDid() {
        assertEquals(Optional.empty(), wired.staff.present());
        assertThrows(RefusedException.class, this::addTea);
        wired.staff.logIn("ann", Shelf.PIN);
        addTea();
        wired.staff.lock();
        assertEquals(Optional.empty(), wired.staff.present());
        assertEquals("ann", wired.staff.locked().orElseThrow().id());
        assertThrows(RefusedException.class, this::addTea);
        wired.staff.logIn("bob", Shelf.PIN);

        assertEquals(1, wired.ticket.ticket().lines().size());
        pay();

        SalePayload sale = till.sales().latest(1).get(0).sale();
        assertEquals("bob", sale.cashier());
        assertEquals(List.of("log_in ann", "lock ann", "log_in bob"), journal().subList(0, 3));
        wired.staff.logOut();
        assertEquals(Optional.empty(), wired.staff.present());
    }

    @Test
    void lockingAndUnlockingAreInTheJournal() {
        wired.staff.lock();
        wired.staff.logIn("ann", Shelf.PIN);
        wired.staff.lock();
        wired.staff.lock();
        wired.staff.logIn("ann", Shelf.PIN);

        assertEquals(List.of("log_in ann", "lock ann", "unlock ann"), journal());
    }

    @Test
    @Tag("A-111")
    void whatTheRoleDoesNotReachNeedsAnothersPinForEachAct() {
        wired.staff.logIn("ann", Shelf.PIN);
        int line = addTea().lines().get(0).id();
        Grounds why = Grounds.of("Agreed price");
        Demand asked = assertThrows(NotAllowedException.class, () -> override(line, 200, why))
                .demand();
        assertEquals(OVERRIDE, asked);
        assertEquals(
                List.of("bob"),
                wired.staff.approvers(asked).stream().map(User::id).toList());
        assertThrows(NotAllowedException.class, () -> wired.staff.approve("eve", Shelf.PIN, asked));
        Approval approval = wired.staff.approve("bob", Shelf.PIN, asked);

        assertThrows(NotAllowedException.class, () -> override(line, 150, why.approvedBy(approval)));
        override(line, 200, why.approvedBy(approval));
        assertThrows(NotAllowedException.class, () -> override(line, 210, why.approvedBy(approval)));
        pay();

        SalePayload sale = till.sales().latest(1).get(0).sale();
        assertEquals(Optional.of("bob"), sale.approvedBy());
        assertEquals(200, sale.totalMinor());
        String entry = till.store().read(t -> t.first(
                        "SELECT payload FROM journal WHERE kind = 'price_override'", row -> row.text("payload"))
                .orElseThrow());
        assertTrue(entry.contains("\"approvedBy\":\"bob\"") && entry.contains("\"reason\":\"Agreed price\""), entry);
    }

    @Test
    void anApprovalThatWasNeverGivenIsNone() {
        wired.staff.logIn("ann", Shelf.PIN);
        int line = addTea().lines().get(0).id();
        Approval invented = new Approval(new java.util.UUID(1, 2), "bob", "bob", OVERRIDE);

        assertThrows(
                NotAllowedException.class,
                () -> override(line, 200, Grounds.of("x").approvedBy(invented)));
    }

    @Test
    void aDiscountThatGrowsAsLinesGoNeedsTheRightForWhatItBecomes() {
        wired.staff.logIn("ann", Shelf.PIN);
        int line = addTea().lines().get(0).id();
        wired.ticket.setQuantity(line, Quantity.of(10), Grounds.NONE);
        Grounds why = Grounds.of("Damaged");
        assertThrows(
                NotAllowedException.class,
                () -> wired.ticket.discountLine(line, Discount.of(Money.of("GBP", 126)), why));
        wired.ticket.discountLine(line, Discount.of(Money.of("GBP", 125)), why);

        Demand demand = assertThrows(
                        NotAllowedException.class, () -> wired.ticket.setQuantity(line, Quantity.of(5), why))
                .demand();

        assertEquals(new Demand(Right.DISCOUNT, 100_000), demand);
        assertEquals(Quantity.of(10), wired.ticket.ticket().lines().get(0).quantity());
    }

    @Test
    @Tag("A-112")
    void wrongPinsSlowDownAreWrittenDownAndARestartDoesNotHelp() {
        for (int wrong = 1; wrong <= 3; wrong++) {
            assertTrue(wrong("1111").wasTried());
        }
        assertEquals(Duration.ofSeconds(5), wrong(Shelf.PIN).waitFor());
        wired.close();
        wired = new Wired(till, till.store(), clock);
        assertFalse(wrong(Shelf.PIN).wasTried());
        clock.forward(Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(10), wrong("1111").waitFor());
        for (int wrong = 5; wrong <= 12; wrong++) {
            clock.forward(Duration.ofMinutes(5));
            assertTrue(wrong("not digits").wasTried());
        }
        assertEquals(Duration.ofMinutes(5), wrong("1111").waitFor());
        clock.forward(Duration.ofMinutes(5));

        wired.staff.logIn("ann", Shelf.PIN);

        assertEquals(12, journal().stream().filter("wrong_pin ann"::equals).count());
        assertTrue(wrong("1111").wasTried());
        assertThrows(RefusedException.class, () -> wired.staff.logIn("nobody", Shelf.PIN));
    }

    @Test
    void rightsAreSettingsAndAnUnknownRoleHasNone() {
        wired.staff.logIn("max", Shelf.PIN);
        assertThrows(NotAllowedException.class, this::addTea);

        till.sink().apply(Rows.delta(500, Rows.setting("roles", 500, "{\"nobody knows\":{\"rights\":[\"SELL\"]}}")));
        wired.business.refresh();

        addTea();
        assertFalse(wired.staff.may(Demand.of(Right.VOID_LINE)));
        wired.staff.logIn("eve", Shelf.PIN);
        assertFalse(wired.staff.may(Demand.of(Right.SELL)));
        assertTrue(wired.staff.may(Demand.of(Right.SERVICE)));
    }

    @Test
    void whoIsNoUserAnyMoreIsNotPresentAnyMore() {
        wired.staff.logIn("ann", Shelf.PIN);

        till.sink().apply(Rows.delta(500, Rows.tombstone(Shelf.row("ann"), 500)));
        wired.business.refresh();

        assertEquals(Optional.empty(), wired.staff.present());
    }

    @Test
    void aTillWithoutUsersIsOpenToAnyone() {
        wired.close();
        till.close();
        till = new LiveTill(folder.resolve("open"));
        till.enrol("GBP");
        Shelf.of("GBP").fill(till);
        wired = new Wired(till, till.store(), clock);

        assertTrue(wired.staff.isOpenTill());
        assertEquals(Optional.of(User.ANYONE), wired.staff.present());
        assertTrue(wired.staff.may(Demand.of(Right.SERVICE)));
        wired.staff.lock();
        addTea();
    }

    private WrongPinException wrong(String pin) {
        return assertThrows(WrongPinException.class, () -> wired.staff.logIn("ann", pin));
    }

    private Ticket addTea() {
        return wired.ticket.add(Shelf.product(till, "tea"), Quantity.ONE);
    }

    private Ticket override(int line, long minor, Grounds grounds) {
        return wired.ticket.overridePrice(line, Money.of("GBP", minor), grounds);
    }

    private void pay() {
        wired.checkout.take(
                wired.business.tenders().get(0), wired.ticket.ticket().amounts().dueInCash(), Optional.empty());
        SalePayload sale = wired.checkout.complete().sale();
        assertEquals(sale, Json.read(Json.write(sale), SalePayload.class));
    }

    private List<String> journal() {
        return till.store()
                .read(t -> t.query(
                        "SELECT * FROM journal ORDER BY seq", row -> row.text("kind") + " " + row.text("subject")));
    }
}
