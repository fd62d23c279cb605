package outpost.sales.internal.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.sales.Checkout;
import outpost.sales.CustomerName;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.HeldTickets;
import outpost.sales.OpenItem;
import outpost.sales.OpenTicket;
import outpost.sales.Receipt;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Rules;
import outpost.sales.Sales.Kind;
import outpost.sales.Shifts;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.TillJournal;
import outpost.sales.Training;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.Wired;
import outpost.sales.internal.receipt.SaleBook;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class CheckoutTest {
    private static final Grounds WHY = Grounds.of("Damaged");

    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        open("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void theReceiptSaysWhatTheTicketSaid() {
        Ticket rung = ticket().add(tea(), Quantity.of(1));
        ticket().add(tea(), Quantity.of(2));
        ticket().add(product("bread"), new Quantity(1_500));
        ticket().setNote(rung.lines().get(0).id(), "gift wrapping");
        ticket().discountLine(rung.lines().get(0).id(), Discount.ofPpm(100_000), WHY);
        ticket().discountTicket(Discount.of(gbp(100)), Grounds.of("Loyal customer"));
        Ticket ticket = ticket().setCustomer(Optional.of(new CustomerName("c1", "Customer 1")));
        // 3 × 2.50 less 10 % is 6.75, 1.5 × 3.33 is 5.00 (4.995), less 1.00.
        assertEquals(gbp(1_075), ticket.amounts().total());
        assertEquals(gbp(175), ticket.amounts().discount());
        checkout().take(type("card"), gbp(500), Optional.of("slip 17"));
        Ticket paid = checkout().take(type("cash"), gbp(1_000), Optional.empty());
        assertEquals(gbp(425), paid.amounts().change());
        assertTrue(paid.isPaid());

        Receipt receipt = checkout().complete();

        assertEquals(ticket.amounts().total(), receipt.total());
        assertEquals(ticket.amounts().taxes(), receipt.sale().taxes());
        assertEquals(
                List.of("card 500 500 0 slip 17", "cash 575 1000 425 "),
                receipt.sale().tenders().stream().map(CheckoutTest::text).toList());
        assertEquals(Optional.of("Customer 1"), receipt.sale().customerName());
        SaleLine line = receipt.sale().lines().get(0);
        assertEquals(Optional.of("gift wrapping"), line.note());
        assertEquals(
                List.of(75L, 57L),
                line.discounts().stream().map(each -> each.amountMinor()).toList());
        assertTrue(ticket().ticket().isEmpty());
        till.restart();
        assertEquals(Optional.of(receipt), checkout().last());
        OutboxEntry event = events().get(events().size() - 1);
        assertEquals(receipt.sale(), Json.read(event.event().payload(), SalePayload.class));
        assertEquals(List.of(), till.service(TillJournal.class).verify().faults());
        assertEquals(
                List.of("discount", "ticket_discount", "sale"),
                till.store().read(t -> t.query("SELECT kind FROM journal ORDER BY seq", row -> row.text("kind"))));
    }

    @Test
    @Tag("A-110")
    void partsOfALineComeBackToTheUnitAndNoMoreThanWasSold() {
        int bread =
                ticket().add(product("bread"), Quantity.of(3)).lines().get(0).id();
        ticket().discountLine(bread, Discount.of(gbp(100)), WHY);
        Receipt sold = payInCash();

        long back = 0;
        for (int i = 0; i < 3; i++) {
            ticket().addReturns(List.of(new RefundPart(refundable(sold), Quantity.ONE)), Grounds.of("Faulty"));
            Receipt refund = payInCash();
            assertEquals(Kind.REFUND, refund.kind());
            back += refund.total().minor();
        }

        assertEquals(899, sold.total().minor());
        assertEquals(-899, back);
        RefundableLine nothingLeft = refundable(sold);
        assertEquals(new Quantity(0), nothingLeft.left());
        assertThrows(RefusedException.class, () -> ticket().addReturns(
                        List.of(new RefundPart(nothingLeft, Quantity.ONE)), Grounds.NONE));
        assertEquals(gbp(0), till.sales().rung().net());
    }

    @Test
    void twoTicketsCannotTakeTheSameGoodsBack() {
        ticket().add(tea(), Quantity.ONE);
        Receipt sold = payInCash();
        RefundableLine line = refundable(sold);
        ticket().addReturns(List.of(new RefundPart(line, Quantity.ONE)), Grounds.NONE);
        HeldTicket held = held().hold("");
        ticket().addReturns(List.of(new RefundPart(line, Quantity.ONE)), Grounds.NONE);
        payInCash();

        held().resume(held.id());
        checkout().take(type("cash"), gbp(-250), Optional.empty());

        assertEquals(
                Refusal.REFUNDED_MEANWHILE,
                assertThrows(RefusedException.class, () -> checkout().complete())
                        .refusal());
        assertEquals(1, ticket().ticket().lines().size());
    }

    @Test
    void anExchangeIsOneTicket() {
        ticket().add(tea(), Quantity.of(2));
        Receipt sold = payInCash();
        ticket().addReturns(List.of(new RefundPart(refundable(sold), Quantity.ONE)), Grounds.of("Wrong item"));
        Ticket exchange = ticket().add(product("bread"), Quantity.ONE);
        assertEquals(gbp(83), exchange.amounts().due());

        Receipt receipt = payInCash();

        assertEquals(Kind.SALE, receipt.kind());
        assertEquals(gbp(83), receipt.total());
        assertEquals(
                sold.number(),
                receipt.sale().lines().get(0).refundOf().orElseThrow().receiptNumber());
    }

    @Test
    void cashIsRoundedToItsCoinsAndCardIsNot() {
        till.close();
        open("CHF");
        ticket().add(product("bread"), Quantity.ONE);
        Ticket ticket = ticket().add(product("wine"), Quantity.ONE);
        assertThrows(RefusedException.class, () -> checkout().take(type("cash"), chf(2_335), Optional.empty()));
        ticket().confirmAge(ticket.lines().get(1).id());
        assertEquals(chf(2_332), ticket().ticket().amounts().due());
        assertEquals(chf(2_330), ticket().ticket().amounts().dueInCash());
        checkout().take(type("card"), chf(1_001), Optional.empty());
        assertEquals(chf(1_330), ticket().ticket().amounts().dueInCash());
        assertThrows(RefusedException.class, () -> checkout().take(type("cash"), chf(1_331), Optional.empty()));
        checkout().take(type("cash"), chf(1_500), Optional.empty());

        Receipt receipt = checkout().complete();

        assertEquals(2_332, receipt.sale().totalMinor());
        assertEquals(Optional.of(-1L), receipt.sale().roundingMinor());
        assertEquals(chf(170), receipt.change());
        assertEquals(Optional.of(18), receipt.sale().lines().get(1).ageChecked());
    }

    @Test
    void tendersThatDoNotFitAreRefusedInASentence() {
        ticket().add(tea(), Quantity.ONE);

        assertThrows(RefusedException.class, () -> take("card", 251));
        assertThrows(RefusedException.class, () -> take("voucher", 250));
        assertThrows(RefusedException.class, () -> take("account", 250));
        assertThrows(RefusedException.class, () -> take("cash", -250));
        assertThrows(RefusedException.class, () -> take("cash", 0));
        take("cash", 100);
        assertThrows(RefusedException.class, () -> checkout().complete());
        assertThrows(RefusedException.class, () -> ticket().add(tea(), Quantity.ONE));
        checkout().giveBack(0);
        ticket().add(tea(), Quantity.ONE);
        take("cash", 500);
        assertThrows(RefusedException.class, () -> take("cash", 1));
        checkout().complete();
        assertThrows(RefusedException.class, () -> take("cash", 1));
    }

    @Test
    void whatIsLeftOfAVoucherGoesBackInCash() {
        till.close();
        open(
                "CHF",
                "tenders",
                """
                [{"id":"cash","name":"Cash"},
                 {"id":"voucher","name":"Voucher","change":true,"reference":"REQUIRED"}]""");
        ticket().add(product("bread"), Quantity.ONE);

        checkout().take(type("voucher"), chf(1_000), Optional.of("V-1"));
        Receipt receipt = checkout().complete();

        assertEquals(
                List.of("voucher 1000 1000 0 V-1", "cash -665 -665 0 "),
                receipt.sale().tenders().stream().map(CheckoutTest::text).toList());
        assertEquals(Optional.of(2L), receipt.sale().roundingMinor());
    }

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

    @Test
    @Tag("A-114")
    void trainingIsNumberedApartAndNeverCounts() {
        Training training = till.service(Training.class);
        training.begin(Grounds.NONE);
        ticket().add(tea(), Quantity.ONE);
        assertThrows(RefusedException.class, training::end);
        Receipt practice = payInCash();
        assertTrue(practice.number().endsWith("-T000001"), practice.number());
        till.restart();
        assertTrue(till.service(Training.class).isOn());
        assertTrue(till.service(Refunds.class).find(practice.number()).isPresent());
        till.service(Training.class).end();
        ticket().add(tea(), Quantity.of(2));

        Receipt real = payInCash();

        assertTrue(real.number().endsWith("-000001"), real.number());
        assertEquals(gbp(500), till.sales().rung().net());
        assertEquals(500, till.service(Shifts.class).x(Grounds.NONE).netMinor());
        assertTrue(till.service(Refunds.class).find(practice.number()).isEmpty());
        assertTrue(practice.sale().training().orElse(false));
    }

    @Test
    void whatIsInNoCatalogAndWhatComesBackWithoutReceiptAreLinesToo() {
        TaxRate standard = tea().taxRate();
        ticket().addOpenItem(
                        new OpenItem("misc", "Basket", Optional.of("food"), Quantity.ONE, gbp(500), standard),
                        Grounds.NONE);
        Ticket ticket = ticket().addReturnWithoutReceipt(tea(), Quantity.ONE, Grounds.of("Not wanted"));
        int open = ticket.lines().get(0).id();
        ticket().overridePrice(open, gbp(450), Grounds.of("Agreed price"));
        assertThrows(IllegalArgumentException.class, () -> ticket().overridePrice(open, gbp(400), Grounds.NONE));
        ticket().setQuantity(open, Quantity.of(2), Grounds.NONE);

        Receipt receipt = payInCash();

        assertEquals(gbp(650), receipt.total());
        assertEquals(Optional.of(500L), receipt.sale().lines().get(0).listPriceMinor());
        assertEquals(Optional.of("Not wanted"), receipt.sale().lines().get(1).reason());
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

    private void open(String currency, String... settings) {
        till = new LiveTill(folder.resolve("till-" + currency + settings.length));
        till.enrol(currency);
        Shelf shelf = Shelf.of(currency);
        for (int i = 0; i < settings.length; i += 2) {
            shelf.setting(settings[i], settings[i + 1]);
        }
        shelf.fill(till);
        till.restart();
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

    private Receipt payInCash() {
        Money due = ticket().ticket().amounts().dueInCash();
        checkout().take(type("cash"), due, Optional.empty());
        return checkout().complete();
    }

    private Ticket take(String type, long minor) {
        return checkout().take(type(type), gbp(minor), Optional.empty());
    }

    private RefundableLine refundable(Receipt receipt) {
        return till.service(Refunds.class)
                .find(receipt.number())
                .orElseThrow()
                .lines()
                .get(0);
    }

    private TenderType type(String id) {
        return till.service(Rules.class).tenders().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private OpenTicket ticket() {
        return till.service(OpenTicket.class);
    }

    private Checkout checkout() {
        return till.service(Checkout.class);
    }

    private HeldTickets held() {
        return till.service(HeldTickets.class);
    }

    private Product tea() {
        return product("tea");
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

    private static String text(SaleTender tender) {
        return String.join(
                " ",
                tender.type(),
                Long.toString(tender.amountMinor()),
                Long.toString(tender.tenderedMinor()),
                Long.toString(tender.changeMinor()),
                tender.reference().orElse(""));
    }

    private static Money gbp(long minor) {
        return Money.of("GBP", minor);
    }

    private static Money chf(long minor) {
        return Money.of("CHF", minor);
    }
}
