package outpost.legacy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Entity;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;

class TakeOverTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @TempDir
    Path folder;

    private LiveTill till;
    private EarlierTill earlier;

    @BeforeEach
    void start() {
        till = new LiveTill(folder.resolve("till"));
        till.enrol("GBP");
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.add(Rows.product("P-lantern", 9, "LANTERN", 300, List.of("5010000000013")));
        Rows.snapshot(till.sink(), 9, rows);
        earlier = EarlierTill.in(folder).product(7, "5010000000013").product(8, "not-in-this-catalog");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    @Tag("A-954")
    void receiptsAreKeptWithTheProductsOfThisCatalog() {
        earlier.receipt(1, 7, 255, 510).receipt(2, 8, 100, 200);

        Outcome outcome = run();

        assertEquals(new Outcome(2, 1, 2, 2, 0, 0, 0, List.of()), outcome);
        Receipt receipt = till.sales().receipt("OLD-1").orElseThrow();
        assertEquals("2025-12-31T17:45Z[Europe/London]", receipt.completedAt().toString());
        assertEquals("Cashier 7", receipt.sale().cashier());
        SaleLine line = receipt.sale().lines().get(0);
        assertEquals(Optional.of("P-lantern"), line.productId());
        assertEquals(510, line.totalMinor());
        assertEquals("standard", line.taxRateId());
        assertEquals(
                Optional.empty(),
                till.sales()
                        .receipt("OLD-2")
                        .orElseThrow()
                        .sale()
                        .lines()
                        .get(0)
                        .productId());
        assertEquals(Optional.of("P-lantern"), mapped("7"));
        assertEquals(Optional.empty(), mapped("8"));
    }

    @Test
    void whatIsTakenOverCountsInNoSumOfThisTill() {
        earlier.receipt(1, 7, 255, 510);

        run();

        assertEquals(0, till.sales().rung().sales());
        assertEquals(0, till.outbox().counts().waiting());
    }

    @Test
    @Tag("A-954")
    void whatWasNotSentIsQueuedAndWhatWasIsNot() {
        earlier.receipt(1, 7, 255, 510).receipt(2, 7, 255, -510).receipt(3, 7, 255, 510);
        earlier.run("UPDATE receipt_items SET quantity_milli = -2000 WHERE receipt_id = 2");
        earlier.waiting(1, "sale", 1, "", "sent").waiting(2, "refund_created", 2, "", "pending");
        earlier.waiting(3, "SALE", null, "{\"receiptNumber\":\"OLD-3\"}", "failed");
        earlier.waiting(4, "price_label", null, "{\"sku\":7}", "pending");

        Outcome outcome = run();

        assertEquals(new Outcome(2, 1, 3, 3, 0, 3, 3, List.of()), outcome);
        List<Event> waiting = waiting();
        assertEquals(
                List.of(EventType.REFUND, EventType.SALE, TakeOver.OPERATION),
                waiting.stream().map(Event::type).toList());
        SalePayload refund = Json.read(waiting.get(0).payload(), SalePayload.class);
        assertEquals("OLD-2", refund.receiptNumber());
        assertEquals(-510, refund.totalMinor());
        assertEquals(Kind.REFUND, till.sales().receipt("OLD-2").orElseThrow().kind());
        assertEquals(
                "{\"id\":\"4\",\"type\":\"price_label\",\"payload\":\"{\\\"sku\\\":7}\"}",
                waiting.get(2).payload());
    }

    @Test
    @Tag("A-955")
    void aSecondRunDoublesNothing() {
        earlier.receipt(1, 7, 255, 510).receipt(2, 7, 255, 510).waiting(1, "sale", 1, "", "pending");
        earlier.waiting(2, "price_label", null, "x", "pending");
        run();
        List<Event> before = waiting();

        till.restart();
        earlier.receipt(3, 7, 255, 510);
        Outcome outcome = run();

        assertEquals(new Outcome(2, 1, 3, 1, 2, 2, 0, List.of()), outcome);
        assertEquals(before, waiting());
        assertEquals(3, till.sales().latest(10).size());
    }

    @Test
    void aReceiptThatDoesNotAddUpIsNamedAndTheOthersAreTakenOver() {
        earlier.receipt(1, 7, 255, 511).receipt(2, 7, 255, 510).waiting(1, "sale", 1, "", "pending");

        Outcome outcome = run();

        assertEquals(1, outcome.kept());
        assertEquals(0, outcome.queued());
        assertEquals(2, outcome.problems().size());
        assertTrue(
                outcome.problems().get(0).startsWith("receipt OLD-1: "),
                outcome.problems().toString());
        assertTrue(
                outcome.problems().get(1).startsWith("operation 1 (sale): "),
                outcome.problems().toString());

        earlier.run("UPDATE receipts SET total_minor = 510 WHERE id = 1");
        assertEquals(new Outcome(2, 1, 2, 1, 1, 1, 1, List.of()), run());
    }

    @Test
    void aLineThatCostLessThanItsPriceHasADiscount() {
        earlier.receipt(1, 7, 255, 500).run("UPDATE receipt_items SET total_minor = 500");

        assertEquals(List.of(), run().problems());

        SaleLine line =
                till.sales().receipt("OLD-1").orElseThrow().sale().lines().get(0);
        assertEquals(10, line.discounts().get(0).amountMinor());
    }

    @Test
    void decimalsAndOtherNamesOfColumnsAreRead() {
        EarlierTill other = new EarlierTill(folder.resolve("other.db"));
        other.run("CREATE TABLE products (product_id TEXT, barcode TEXT)")
                .run("CREATE TABLE receipts (id TEXT, created_at INTEGER, total TEXT, payment_method TEXT)")
                .run(
                        "CREATE TABLE receipt_items (receipt_id TEXT, product_id TEXT, qty REAL, price REAL, vat_rate REAL)")
                .run("INSERT INTO products VALUES ('p', '5010000000013')")
                .run("INSERT INTO receipts VALUES ('r-1', 1767203100, '3.83', 'Card')")
                .run("INSERT INTO receipt_items VALUES ('r-1', 'p', 1.5, 2.55, 5.5)");
        earlier = other;

        assertEquals(new Outcome(1, 1, 1, 1, 0, 0, 0, List.of()), run());

        Receipt receipt = till.sales().receipt("r-1").orElseThrow();
        assertEquals("2025-12-31T17:45Z[Europe/London]", receipt.completedAt().toString());
        assertEquals("card", receipt.sale().tenders().get(0).type());
        assertEquals(383, receipt.sale().totalMinor());
        assertEquals(55_000, receipt.sale().lines().get(0).taxRatePpm());
        assertEquals(1_500, receipt.sale().lines().get(0).quantityMilli());
    }

    @Test
    void anotherReceiptsNumberIsNotTakenTwice() {
        earlier.receipt(1, 7, 255, 510).receipt(2, 7, 100, 200).run("UPDATE receipts SET number = 'OLD-1'");

        Outcome outcome = run();

        assertEquals(1, outcome.kept());
        assertEquals(List.of("receipt OLD-1: another receipt has the number OLD-1"), outcome.problems());
    }

    @Test
    void aFileThatIsNoTillsIsRefused() throws Exception {
        Path text = Files.writeString(
                folder.resolve("note.txt"), "no database, but long enough to be read as a header of one");
        Path empty = new EarlierTill(folder.resolve("empty.db"))
                .run("CREATE TABLE things (id)")
                .file();

        assertThrows(LegacyException.class, () -> new LegacyFile(folder.resolve("absent.db")));
        assertThrows(LegacyException.class, () -> new LegacyFile(text));
        LegacyException refused = assertThrows(LegacyException.class, () -> new LegacyFile(empty));
        assertTrue(
                refused.getMessage().endsWith("is no till's database: it has no table products"), refused.getMessage());
    }

    private Outcome run() {
        try (LegacyFile file = new LegacyFile(earlier.file())) {
            return new TakeOver(till.service(LegacyServices.class), ZONE, file).run();
        }
    }

    private List<Event> waiting() {
        return till.outbox().entries(List.of(OutboxEntry.State.PENDING), 10).stream()
                .map(OutboxEntry::event)
                .toList();
    }

    private Optional<String> mapped(String legacyId) {
        return till.store()
                .read(transaction -> transaction.first(
                        "SELECT product_id FROM catalog_id_map WHERE legacy_id = ?",
                        row -> row.optionalText("product_id"),
                        legacyId))
                .orElseThrow();
    }
}
