package outpost.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.ShiftReport;
import outpost.sales.CashCount;
import outpost.sales.Demand;
import outpost.sales.Drawer;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Shift;
import outpost.sales.Ticket;
import outpost.sales.TillJournal;
import outpost.sales.Training;
import outpost.values.Money;

/** A day at the till without a network: people, drawer, shift, restarts, journal. */
class OfflineDayTest extends OfflineTill {
    @Tag("A-101")
    @Test
    void startsAndSellsAtOnce() {
        shop.pen(1);
        Receipt receipt = shop.pay("cash", 1_000);

        assertEquals(Money.of("EUR", 801), receipt.change());
        assertEquals(1, shop.till().outbox().counts().waiting());
    }

    @Test
    void aCashierLogsInByPin() {
        shop.employ();
        assertThrows(RefusedException.class, () -> shop.pen(1));

        assertEquals("Kim", shop.staff().logIn("kim", "1234").name());

        shop.pen(1);
        assertEquals("Kim", shop.pay("cash", 199).sale().cashier());
    }

    @Test
    void theShiftOpensWithAFloat() {
        Shift shift = shop.shifts().open(Money.of("EUR", 10_000), Grounds.NONE);

        assertEquals(Optional.of(shift), shop.shifts().current());
        assertEquals(10_000, shop.shifts().x(Grounds.NONE).drawer().expectedMinor());
    }

    @Test
    void theDrawerOpensWithoutASale() {
        shop.till().service(Drawer.class).open(Grounds.of("Change for a note"));

        assertEquals(
                "drawer",
                shop.till().service(TillJournal.class).latest(1).get(0).kind());
    }

    @Test
    void cashGoesInAndOut() {
        shop.shifts().open(Money.of("EUR", 5_000), Grounds.NONE);
        shop.shifts().cashIn(Money.of("EUR", 2_000), Grounds.of("Change from the bank"));
        shop.shifts().cashOut(Money.of("EUR", 500), Grounds.of("Small purchase"));

        assertEquals(6_500, shop.shifts().x(Grounds.NONE).drawer().expectedMinor());
    }

    @Tag("A-113")
    @Test
    void theShiftClosesOverEventsThatWait() {
        shop.shifts().open(Money.of("EUR", 5_000), Grounds.NONE);
        shop.pen(1);
        shop.pay("cash", 199);

        ShiftReport report = shop.shifts()
                .close(new CashCount(List.of(new CashCount.Pile(Money.of("EUR", 5_000), 1))), Grounds.NONE);

        assertEquals(199, report.netMinor());
        assertEquals(Optional.of(-199L), report.drawer().differenceMinor());
        assertEquals(Optional.empty(), shop.shifts().current());
        assertEquals(Optional.of(report), shop.shifts().z(report.shiftId(), Grounds.NONE));
    }

    @Test
    void theOpenTicketStandsAfterARestart() {
        shop.pen(3);
        Ticket before = shop.ticket().ticket();

        shop.till().restart();

        assertEquals(before, shop.ticket().ticket());
    }

    @Tag("A-105")
    @Test
    void thePaidTicketIsThereOnceAfterARestart() {
        shop.pen(1);
        Receipt receipt = shop.pay("cash", 199);

        shop.till().restart();

        assertEquals(Optional.of(receipt), shop.checkout().last());
        assertEquals(1, shop.till().sales().rung().sales());
        assertTrue(shop.ticket().ticket().isEmpty());
    }

    @Test
    void aNewColleagueIsTrained() {
        Training training = shop.till().service(Training.class);
        training.begin(Grounds.NONE);
        shop.pen(1);
        shop.pay("cash", 199);
        training.end();

        assertEquals(0, shop.till().sales().rung().sales());
    }

    @Test
    void theJournalProvesItself() {
        shop.pen(1);
        shop.pay("cash", 199);

        assertEquals(List.of(), shop.till().service(TillJournal.class).verify().faults());
        assertTrue(shop.staff().may(Demand.of(Right.X_REPORT)));
    }
}
