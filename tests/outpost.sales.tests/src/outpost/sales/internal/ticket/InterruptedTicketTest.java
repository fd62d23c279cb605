package outpost.sales.internal.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.sales.Checkout;
import outpost.sales.HeldTicket;
import outpost.sales.Receipt;
import outpost.sales.RefusedException;
import outpost.sales.Ticket;
import outpost.sales.internal.Wired;
import outpost.sales.internal.receipt.SaleBook;
import outpost.values.Quantity;

/** A ticket that is put aside, or whose till ends or fails amid it. */
class InterruptedTicketTest extends OpenTill {
    @Test
    void heldTicketsWaitAndComeBackAsTheyWere() {
        ticket().add(tea(), Quantity.ONE);
        Ticket first = ticket().setTicketNote("blue coat");
        HeldTicket held = held().hold("Table 4");
        assertTrue(ticket().ticket().isEmpty());
        ticket().add(product("bread"), Quantity.ONE);
        assertThrows(RefusedException.class, () -> held().resume(held.id()));
        payInCash();
        till.restart();

        assertEquals(
                List.of("Table 4"), held().list().stream().map(HeldTicket::name).toList());
        assertEquals(first, held().resume(held.id()));
        assertEquals(List.of(), held().list());
        assertThrows(RefusedException.class, () -> held().discard(held.id(), WHY));
        HeldTicket again = held().hold("");
        held().discard(again.id(), WHY);
        assertEquals(List.of(), held().list());
    }

    @Test
    @Tag("A-105")
    void afterASuddenEndTheTicketStandsAsItWasAndIsPaidOnce() throws Exception {
        ticket().add(tea(), Quantity.of(4));
        Ticket wine = ticket().add(product("wine"), Quantity.ONE);
        ticket().confirmAge(wine.lines().get(1).id());
        ticket().voidLine(wine.lines().get(0).id(), WHY);
        Ticket before = take("card", 1_000);
        awaitStored(before);
        // What a killed process leaves are its files as they are at that moment.
        Path left = copied("killed");
        checkout().take(type("cash"), gbp(999), Optional.empty());
        Receipt receipt = checkout().complete();
        Path leftPaid = copied("killed-after-payment");
        till.close();

        till = new LiveTill(left);
        assertEquals(before, ticket().ticket());
        assertEquals(List.of(), till.sales().latest(10));
        till.close();
        till = new LiveTill(leftPaid);
        assertTrue(ticket().ticket().isEmpty());
        assertEquals(List.of(receipt), till.sales().latest(10));
        assertEquals(Optional.of(receipt), checkout().last());
    }

    @Test
    @Tag("A-103")
    void aFaultAtAnyStatementLeavesTheTicketAndNothingOfTheSale() {
        try (Wired wired = new Wired(till, till.store(), Clock.systemUTC())) {
            wired.ticket.add(tea(), Quantity.of(2));
            Ticket paid = wired.checkout.take(type("cash"), gbp(500), Optional.empty());
            int faults = 0;
            while (failsAt(faults + 1, wired)) {
                faults++;
                assertEquals(paid, wired.ticket.ticket());
                assertEquals(0, count("receipts") + count("receipt_items") + count("shifts") + count("outbox"));
                assertEquals(1, count("tickets"));
            }

            assertTrue(faults >= 12, "only " + faults + " statements were failed");
            assertTrue(wired.ticket.ticket().isEmpty());
            assertEquals(1, count("receipts"));
            assertEquals(0, count("tickets"));
        }
    }

    private boolean failsAt(int statement, Wired wired) {
        TappedStore failing = TappedStore.failingAt(statement, till.store());
        Checkout checkout =
                new LiveCheckout(failing, wired.desk, wired.staff, wired.journal, new SaleBook(wired.journal));
        try {
            checkout.complete();
            return false;
        } catch (TappedStore.InjectedFault e) {
            return true;
        }
    }

    private void awaitStored(Ticket ticket) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (stored().filter(ticket::equals).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the ticket was not stored in time");
            Thread.onSpinWait();
        }
    }

    private Optional<Ticket> stored() {
        return till.store().read(TicketRows::open).map(draft -> new Bill(draft).ticket());
    }

    private Path copied(String name) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(name));
        Path original = till.store().directory();
        for (String file : List.of("outpost.db", "outpost.db-wal", "vault.key")) {
            Files.copy(original.resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private long count(String table) {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM " + table));
    }
}
