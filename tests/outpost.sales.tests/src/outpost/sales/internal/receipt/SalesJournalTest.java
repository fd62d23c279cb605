package outpost.sales.internal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.fixtures.TappedStore;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.protocol.Sha256;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.sales.Sales.Kind;
import outpost.store.Store;
import outpost.values.Money;
import outpost.values.Quantity;

/** What a sale leaves behind: receipt, event and journal say the same. */
class SalesJournalTest extends SalesFixture {
    @Test
    void aSaleIsTheSameInReceiptEventAndJournalAfterARestart() {
        Receipt receipt =
                till.sales().complete(basket(2, 250), Kind.SALE, cash(1_000), "Kim", Optional.of("invoice 536365"));

        till.restart();

        assertEquals(Optional.of(receipt), till.sales().receipt(receipt.number()));
        assertEquals(Optional.of(receipt), till.sales().byReference("invoice 536365"));
        assertEquals(List.of(receipt), till.sales().latest(10));
        assertEquals(
                List.of(new SaleTender(SaleTender.CASH, 500, 1_000, 500)),
                receipt.sale().tenders());
        OutboxEntry event = events().get(0);
        assertEquals(EventType.SALE, event.event().type());
        assertEquals(receipt.sale(), Json.read(event.event().payload(), SalePayload.class));
        assertEquals(List.of("sale " + receipt.number()), journal());
    }

    @Test
    @Tag("A-103")
    void aFaultAtAnyStatementLeavesNothingOfTheSale() {
        sell(3, 100);
        List<Long> before = sizes();
        Rung rungBefore = till.sales().rung();
        Basket basket = basket(2, 250);
        int faults = 0;
        while (failsAt(faults + 1, basket)) {
            faults++;
            assertEquals(before, sizes(), "after a fault at statement " + faults);
            assertEquals(rungBefore, till.sales().rung());
            assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());
        }

        assertTrue(faults >= 10, "only " + faults + " statements were failed");
        assertEquals(List.of(2L, 2L, 2L, 1L, 2L, 2L, 1L), sizes());
        assertEquals(2, events().get(1).event().localEventId());
        assertTrue(till.sales().latest(1).get(0).number().endsWith("-000002"));
    }

    @Test
    void eachJournalEntryIsChainedToTheOneBefore() {
        sell(1, 100);
        complete(basket(-1, 100), Kind.REFUND, cash(-100));
        till.restart();
        sell(1, 300);

        List<String[]> entries = till.store()
                .read(transaction -> transaction.query("SELECT * FROM journal ORDER BY seq", row -> new String[] {
                    Long.toString(row.number("seq")),
                    row.text("at"),
                    row.text("kind"),
                    row.text("subject"),
                    row.text("payload_hash"),
                    row.text("previous_hash"),
                    row.text("hash")
                }));
        String previous = "0".repeat(64);
        for (int i = 0; i < 3; i++) {
            String[] entry = entries.get(i);
            assertEquals(Integer.toString(i + 1), entry[0]);
            assertEquals(events().get(i).event().payloadHash(), entry[4]);
            assertEquals(previous, entry[5]);
            assertEquals(
                    Sha256.hex(String.join(
                            "\n",
                            "outpost-journal-2",
                            till.terminal().identity().orElseThrow().posId().value(),
                            entry[0],
                            entry[1],
                            entry[2],
                            entry[3],
                            entry[4],
                            previous)),
                    entry[6]);
            previous = entry[6];
        }
    }

    @Test
    void whatWasRungIsTheSumOfAllTickets(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        Rung expected = new Rung(0, 0, 0, Money.of("GBP", 0));
        for (int i = 0; i < 60; i++) {
            boolean refund = random.nextInt(5) == 0;
            Basket basket = new Basket(Currency.getInstance("GBP"));
            for (int line = random.nextInt(6); line >= 0; line--) {
                Quantity quantity = new Quantity(1 + random.nextInt(5_000));
                basket.addOpen(
                        "c" + line,
                        "n",
                        refund ? quantity.negated() : quantity,
                        Money.of("GBP", random.nextInt(10_000)),
                        STANDARD);
            }
            complete(basket, refund ? Kind.REFUND : Kind.SALE, Cash.exactly(basket.total()));
            expected = new Rung(
                    expected.sales() + (refund ? 0 : 1),
                    expected.refunds() + (refund ? 1 : 0),
                    expected.lines() + basket.lines().size(),
                    expected.net().plus(basket.total()));
        }

        assertEquals(expected, till.sales().rung(), "seed " + seed);
        till.restart();
        assertEquals(expected, till.sales().rung(), "seed " + seed);
        assertEquals(60, events().size());
    }

    private boolean failsAt(int statement, Basket basket) {
        Store failing = TappedStore.failingAt(statement, till.store());
        Sales sales = salesOn(failing, Clock.systemUTC());
        try {
            sales.complete(basket, Kind.SALE, cash(500), "Kim", Optional.of("ticket"));
            return false;
        } catch (TappedStore.InjectedFault e) {
            return true;
        }
    }
}
