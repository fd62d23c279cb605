package outpost.sales.internal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
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
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.protocol.Sha256;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.RefusedException;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.sales.Sales.Kind;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class SqliteSalesTest {
    private static final TaxRate STANDARD = new TaxRate("standard", "VAT 20%", 200_000);
    private static final List<String> TABLES =
            List.of("receipts", "receipt_items", "receipt_tenders", "rung", "journal", "outbox", "shifts");

    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

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
    void receiptsAreNumberedWithoutGapAcrossRefusalsAndRestarts() {
        String first = sell(1, 100).number();
        assertThrows(IllegalArgumentException.class, () -> complete(basket(1, 100), Kind.SALE, cash(99)));
        till.restart();
        String second = sell(1, 100).number();

        String prefix = "till-1-" + till.terminal().identity().orElseThrow().posId() + "-";
        assertEquals(List.of(prefix + "000001", prefix + "000002"), List.of(first, second));
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
    void aTicketIsCompletedOnceHoweverOftenItComes() {
        Receipt first = till.sales().complete(basket(1, 100), Kind.SALE, cash(100), "Kim", Optional.of("536365"));

        String message = assertThrows(IllegalStateException.class, () -> till.sales()
                        .complete(basket(1, 100), Kind.SALE, cash(100), "Kim", Optional.of("536365")))
                .getMessage();

        assertTrue(message.contains("536365") && message.contains(first.number()), message);
        assertEquals(new Rung(1, 0, 1, Money.of("GBP", 100)), till.sales().rung());
        assertEquals(Optional.empty(), till.sales().byReference("536366"));
    }

    @Test
    void aRefundTakesBackOnlyAndPaysOutToTheUnit() {
        Receipt receipt = complete(basket(-2, 250), Kind.REFUND, cash(-500));

        assertEquals(EventType.REFUND, events().get(0).event().type());
        assertEquals(Money.of("GBP", -500), receipt.total());
        assertEquals(Money.of("GBP", 0), receipt.change());
        assertEquals(new Rung(0, 1, 1, Money.of("GBP", -500)), till.sales().rung());
        Basket mixed = basket(-2, 250);
        mixed.addOpen("c", "n", Quantity.ONE, Money.of("GBP", 1), STANDARD);
        refused(() -> complete(mixed, Kind.REFUND, cash(-499)));
        refused(() -> complete(basket(1, 250), Kind.REFUND, cash(250)));
    }

    @Test
    void aSaleMayHoldReturnsAndEvenNothingElse() {
        Basket exchange = basket(1, 250);
        exchange.addOpen("back", "Return", Quantity.of(-1), Money.of("GBP", 400), STANDARD);
        Basket damaged = basket(-5, 0);

        assertEquals(
                Money.of("GBP", -150), complete(exchange, Kind.SALE, cash(-150)).total());
        assertEquals(Money.of("GBP", 0), complete(damaged, Kind.SALE, cash(0)).total());

        assertEquals(new Rung(2, 0, 3, Money.of("GBP", -150)), till.sales().rung());
    }

    @Test
    void whatIsNotPaidOrDoesNotFitIsRefusedAndNothingIsStored() {
        refused(() -> complete(basket(1, 250), Kind.SALE, cash(249)));
        refused(() -> complete(basket(-1, 250), Kind.SALE, cash(-249)));
        refused(() -> complete(basket(-1, 250), Kind.SALE, cash(-251)));
        refused(() -> complete(basket(-1, 250), Kind.REFUND, cash(0)));
        refused(() -> complete(new Basket(Currency.getInstance("GBP")), Kind.SALE, cash(0)));
        refused(() -> complete(basket(1, 250), Kind.SALE, new Cash(Money.of("EUR", 250))));
        refused(() -> till.sales().complete(basket(1, 250), Kind.SALE, cash(250), "", Optional.empty()));
        refused(() -> till.sales().complete(basket(1, 250), Kind.SALE, cash(250), "Kim", Optional.of("")));
        Basket yen = new Basket(Currency.getInstance("JPY"));
        yen.addOpen("c", "n", Quantity.ONE, Money.of("JPY", 1), STANDARD);
        refused(() -> complete(yen, Kind.SALE, new Cash(Money.of("JPY", 1))));

        assertEquals(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L), sizes());
    }

    @Test
    void aTillThatIsNotEnrolledDoesNotSell() {
        till.close();
        till = new LiveTill(folder.resolve("new"));

        assertThrows(RefusedException.class, () -> complete(basket(1, 250), Kind.SALE, cash(250)));
        assertThrows(RefusedException.class, () -> till.sales().rung());
    }

    @Test
    void theLatestComeFirstAndNoMoreThanAskedFor() {
        String first = sell(1, 100).number();
        String second = sell(1, 200).number();
        String third = sell(1, 300).number();

        assertEquals(List.of(third, second, first), numbers(10));
        assertEquals(List.of(third, second), numbers(2));
        assertThrows(IllegalArgumentException.class, () -> till.sales().latest(0));
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
    void aReceiptShowsTheWallTimeOfItsPlace() {
        Clock tashkent = Clock.fixed(Instant.parse("2026-01-31T09:15:30.123456Z"), ZoneId.of("Asia/Tashkent"));
        Sales sales = salesOn(till.store(), tashkent);

        Receipt receipt = sales.complete(basket(1, 100), Kind.SALE, cash(100), "Kim", Optional.empty());

        assertEquals(
                "2026-01-31T14:15:30.123+05:00[Asia/Tashkent]",
                receipt.completedAt().toString());
        assertEquals(Optional.of(receipt), sales.receipt(receipt.number()));
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

    @Test
    void noCallWalksThroughAllReceipts() {
        Store watched = TappedStore.withoutScansOf(
                List.of("receipt_items", "receipt_tenders", "journal", "outbox"), till.store());
        Sales sales = salesOn(watched, Clock.systemUTC());

        Receipt receipt = sales.complete(basket(1, 100), Kind.SALE, cash(100), "Kim", Optional.of("r"));

        assertEquals(Optional.of(receipt), sales.receipt(receipt.number()));
        assertEquals(Optional.of(receipt), sales.byReference("r"));
        assertEquals(List.of(receipt), sales.latest(5));
        assertEquals(1, sales.rung().sales());
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

    private Sales salesOn(Store store, Clock clock) {
        Journal journal = new Journal(store, till.terminal(), till.outbox(), clock);
        return new SqliteSales(store, journal, new SaleBook(journal, UUID::randomUUID));
    }

    private Receipt sell(long units, long priceMinor) {
        return complete(basket(units, priceMinor), Kind.SALE, cash(units * priceMinor));
    }

    private Receipt complete(Basket basket, Kind kind, Cash cash) {
        return till.sales().complete(basket, kind, cash, "Kim", Optional.empty());
    }

    private static Basket basket(long units, long priceMinor) {
        Basket basket = new Basket(Currency.getInstance("GBP"));
        basket.addOpen("85123A", "Tea light", Quantity.of(units), Money.of("GBP", priceMinor), STANDARD);
        return basket;
    }

    private static Cash cash(long minor) {
        return new Cash(Money.of("GBP", minor));
    }

    private static void refused(org.junit.jupiter.api.function.Executable selling) {
        assertThrows(IllegalArgumentException.class, selling);
    }

    private List<OutboxEntry> events() {
        return till.outbox().entries(List.of(State.values()), 1_000);
    }

    private List<String> numbers(int limit) {
        return till.sales().latest(limit).stream().map(Receipt::number).toList();
    }

    private List<String> journal() {
        return till.store()
                .read(transaction -> transaction.query(
                        "SELECT * FROM journal ORDER BY seq", row -> row.text("kind") + " " + row.text("subject")));
    }

    private List<Long> sizes() {
        List<Long> sizes = new ArrayList<>();
        for (String table : TABLES) {
            sizes.add(till.store().read(transaction -> transaction.number("SELECT count(*) FROM " + table)));
        }
        return sizes;
    }
}
