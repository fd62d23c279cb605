package outpost.sales.internal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.protocol.SaleLineRef;
import outpost.sales.CustomerName;
import outpost.sales.Drawer;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.RefusedException;
import outpost.sales.TillJournal;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.TestClock;
import outpost.sales.internal.Wired;
import outpost.values.Quantity;

class ReceiptsTest {
    @TempDir
    Path folder;

    private LiveTill till;
    private Wired wired;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        Shelf.of("GBP").fill(till);
        wired = new Wired(till, till.store(), new TestClock());
    }

    @AfterEach
    void stop() {
        wired.close();
        till.close();
    }

    @Test
    void aReceiptIsFoundByPartOfWhatStandsOnIt() {
        Receipt first = sell("Customer 100%");
        Receipt second = sell("Customer 1000");

        assertEquals(List.of(second, first), found("", Optional.empty()));
        assertEquals(List.of(first), found("000001", Optional.empty()));
        assertEquals(List.of(first), found("customer 100%", Optional.empty()));
        assertEquals(List.of(second, first), found("cash", Optional.of(LocalDate.parse("2026-01-31"))));
        assertEquals(List.of(), found("", Optional.of(LocalDate.parse("2026-02-01"))));
        assertEquals(List.of(), found("_", Optional.empty()));
    }

    @Test
    void copiesAreCountedAndJournalled() {
        Receipt receipt = sell("Customer");

        assertEquals(1, wired.receipts.reprint(receipt.number(), Grounds.NONE).copyNo());
        assertEquals(2, wired.receipts.reprint(receipt.number(), Grounds.NONE).copyNo());
        assertThrows(RefusedException.class, () -> wired.receipts.reprint("no number", Grounds.NONE));
        till.service(Drawer.class).open(Grounds.of("Change from the bank"));

        TillJournal journal = till.service(TillJournal.class);
        assertEquals(
                List.of("drawer ", "reprint " + receipt.number(), "reprint " + receipt.number()),
                journal.latest(3).stream()
                        .map(entry -> entry.kind() + " " + entry.subject())
                        .toList());
        assertEquals(4, journal.verify().entries());
        assertEquals(List.of(), journal.verify().faults());
    }

    @Test
    void whoeverTouchesReceiptOrJournalInTheFileIsFound() {
        Receipt receipt = sell("Customer");
        wired.receipts.reprint(receipt.number(), Grounds.NONE);

        run("UPDATE receipts SET payload = replace(payload, '\"totalMinor\":250', '\"totalMinor\":150')");
        assertEquals(List.of("entry 1: what it was about was changed"), faults());
        run("UPDATE receipts SET payload = replace(payload, '\"totalMinor\":150', '\"totalMinor\":250')");
        assertEquals(List.of(), faults());
        run("DELETE FROM journal WHERE seq = 1");
        assertEquals(
                List.of("entry 2: the journal begins with it", "entry 2: it does not continue the entry before it"),
                faults());
    }

    @Test
    void receiptsThatTheFirstVersionKeptAreReadFoundAndTakenBack() {
        run("INSERT INTO receipts (number, pos_id, sequence, sale_id, kind, completed_at, cashier, currency,"
                + " total_minor) VALUES ('old-1', 'P', 1, '00000000-0000-0001-0000-000000000002', 'sale',"
                + " '2025-12-31T10:15:30+01:00[Europe/Berlin]', 'Kim', 'GBP', 500)");
        run("INSERT INTO receipt_items (number, line_no, product_id, code, name, quantity_milli, unit_price_minor,"
                + " total_minor, tax_rate_id, tax_rate_ppm)"
                + " VALUES ('old-1', 1, 'tea', 'tea', 'Tea', 2000, 250, 500, 'standard', 200000)");
        run("INSERT INTO receipt_tenders (number, tender_no, type, amount_minor, tendered_minor, change_minor)"
                + " VALUES ('old-1', 1, 'cash', 500, 500, 0)");

        assertEquals(1, found("old-1", Optional.empty()).size());
        RefundableLine line = wired.refunds.find("old-1").orElseThrow().lines().get(0);
        wired.ticket.addReturns(List.of(new RefundPart(line, Quantity.ONE)), Grounds.NONE);
        Receipt refund = pay();

        assertEquals(-250, refund.sale().totalMinor());
        assertEquals(
                Optional.of(new SaleLineRef("old-1", 1)),
                refund.sale().lines().get(0).refundOf());
        assertEquals(
                Quantity.ONE,
                wired.refunds.find("old-1").orElseThrow().lines().get(0).left());
    }

    @Test
    void findingWhatCameBackWalksThroughNoTable() {
        Receipt receipt = sell("Customer");
        try (Wired watched = new Wired(
                till,
                TappedStore.withoutScansOf(List.of("receipts", "receipt_items", "receipt_tenders"), till.store()),
                new TestClock())) {
            assertEquals(
                    1,
                    watched.refunds.find(receipt.number()).orElseThrow().lines().size());
        }
    }

    private List<String> faults() {
        return till.service(TillJournal.class).verify().faults();
    }

    private List<Receipt> found(String text, Optional<LocalDate> day) {
        return wired.receipts.search(text, day, 10);
    }

    private Receipt sell(String customer) {
        wired.ticket.add(Shelf.product(till, "tea"), Quantity.ONE);
        wired.ticket.setCustomer(Optional.of(new CustomerName("c", customer)));
        return pay();
    }

    private Receipt pay() {
        wired.checkout.take(
                wired.business.tenders().get(0), wired.ticket.ticket().amounts().dueInCash(), Optional.empty());
        return wired.checkout.complete();
    }

    private void run(String sql) {
        till.store().write(transaction -> transaction.update(sql));
    }
}
