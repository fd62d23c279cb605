package outpost.sales.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.sales.Checkout;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Sales;
import outpost.sales.Shifts;
import outpost.sales.Training;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.receipt.BranchReceipts;
import outpost.sales.internal.receipt.SaleBook;
import outpost.sales.internal.receipt.SqliteReceipts;
import outpost.sales.internal.receipt.SqliteRefunds;
import outpost.sales.internal.receipt.SqliteSales;
import outpost.sales.internal.rules.Business;
import outpost.sales.internal.shift.SqliteShifts;
import outpost.sales.internal.staff.PinStaff;
import outpost.sales.internal.ticket.Desk;
import outpost.sales.internal.ticket.LiveCheckout;
import outpost.sales.internal.ticket.LiveTicket;
import outpost.sales.internal.ticket.SharedTickets;
import outpost.sales.internal.ticket.SqliteHeldTickets;
import outpost.sales.internal.ticket.TillTraining;
import outpost.store.Store;

/** This bundle's services on a store and a clock of the test's, beside the rest of a live till. */
public final class Wired implements AutoCloseable {
    public final Journal journal;
    public final Business business;
    public final PinStaff staff;
    public final Desk desk;
    public final OpenTicket ticket;
    public final Checkout checkout;
    public final HeldTickets held;
    public final Training training;
    public final Shifts shifts;
    public final Sales sales;
    public final Refunds refunds;
    public final Receipts receipts;

    public Wired(LiveTill till, Store store, Clock clock) {
        journal = new Journal(store, till.terminal(), till.outbox(), clock);
        business = new Business(till.catalog(), till.terminal(), Optional.empty());
        staff = new PinStaff(store, journal, business, UUID::randomUUID);
        desk = new Desk(store, journal, business, staff, UUID::randomUUID);
        SaleBook book = new SaleBook(journal, UUID::randomUUID);
        ticket = new LiveTicket(desk, staff, journal);
        checkout = new LiveCheckout(store, desk, staff, journal, book);
        held = new SqliteHeldTickets(store, desk, staff, journal, new SharedTickets(store, journal, till.outbox()));
        training = new TillTraining(store, journal, business, staff, desk);
        shifts = new SqliteShifts(store, journal, staff, desk, till.catalog(), UUID::randomUUID);
        sales = new SqliteSales(store, journal, book);
        refunds = new SqliteRefunds(store, training, new BranchReceipts(store, till.service(BranchEvents.class), book));
        receipts = new SqliteReceipts(store, journal, staff);
    }

    @Override
    public void close() {
        desk.close();
    }
}
