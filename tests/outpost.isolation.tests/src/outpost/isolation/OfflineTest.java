package outpost.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.protocol.ShiftReport;
import outpost.sales.CashCount;
import outpost.sales.Customer;
import outpost.sales.Customers;
import outpost.sales.Demand;
import outpost.sales.Discount;
import outpost.sales.Drawer;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.HeldTickets;
import outpost.sales.NotAllowedException;
import outpost.sales.OpenItem;
import outpost.sales.Receipt;
import outpost.sales.ReceiptCopy;
import outpost.sales.Receipts;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Shift;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.sales.TillJournal;
import outpost.sales.Training;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * The rows of {@code docs/offline.md}: what a cashier does with the cable pulled. Here it is more than pulled: this framework has no bundle that could use one.
 */
class OfflineTest {
    private static final Grounds WHY = Grounds.of("Customer changed their mind");

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void start() {
        shop = new Shop(folder);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

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
    void aScannedCodeIsFoundInEachOfItsForms() {
        for (String code : List.of("4006381333931", "04006381333931")) {
            assertEquals(
                    "Stift blau",
                    shop.till().catalog().scan(code).orElseThrow().product().name());
        }
    }

    @Test
    void aNameIsFoundByItsBeginning() {
        assertEquals(
                "Stift blau", shop.till().catalog().search("sti bl", 10).get(0).name());
    }

    @Test
    void theScalesLabelCarriesTheWeight() {
        Scanned scanned = shop.till().catalog().scan("2100042012349").orElseThrow();

        Ticket ticket = shop.ticket().add(scanned.product(), scanned.quantity().orElseThrow());

        assertEquals(Money.of("EUR", 1_234), ticket.amounts().total());
    }

    @Test
    void aQuantityIsChanged() {
        TicketLine line = shop.pen(1);

        Ticket ticket = shop.ticket().setQuantity(line.id(), Quantity.of(12), Grounds.NONE);

        assertEquals(Money.of("EUR", 12 * 199), ticket.amounts().total());
    }

    @Test
    void aLineIsVoided() {
        TicketLine line = shop.pen(1);

        assertTrue(shop.ticket().voidLine(line.id(), WHY).isEmpty());
    }

    @Test
    void aLineIsDiscounted() {
        TicketLine line = shop.pen(10);

        Ticket ticket = shop.ticket().discountLine(line.id(), Discount.ofPpm(100_000), Grounds.of("Damaged"));

        assertEquals(Money.of("EUR", 1_791), ticket.amounts().total());
    }

    @Test
    void theTicketIsDiscounted() {
        shop.pen(10);

        Ticket ticket = shop.ticket().discountTicket(Discount.of(Money.of("EUR", 90)), Grounds.of("Promotion"));

        assertEquals(Money.of("EUR", 1_900), ticket.amounts().total());
    }

    @Test
    void aPriceIsOverriddenByAManagersLeave() {
        shop.employ();
        shop.staff().logIn("kim", "1234");
        TicketLine line = shop.pen(1);
        Grounds grounds = Grounds.of("Price tag differs");
        Demand demand = assertThrows(NotAllowedException.class, () -> shop.ticket()
                        .overridePrice(line.id(), Money.of("EUR", 100), grounds))
                .demand();

        Ticket ticket = shop.ticket()
                .overridePrice(
                        line.id(),
                        Money.of("EUR", 100),
                        grounds.approvedBy(shop.staff().approve("lead", "9876", demand)));

        assertEquals(Money.of("EUR", 100), ticket.amounts().total());
        assertFalse(shop.staff().may(demand), "the leave was for one act");
    }

    @Test
    void whatHasNoCodeIsSoldByItsDepartment() {
        Category department = shop.till().catalog().categories().get(0);

        Ticket ticket = shop.ticket()
                .addOpenItem(
                        new OpenItem(
                                "999",
                                "Something",
                                Optional.of(department.id()),
                                Quantity.ONE,
                                Money.of("EUR", 250),
                                department.taxRate()),
                        Grounds.NONE);

        assertEquals(Money.of("EUR", 250), ticket.amounts().total());
    }

    @Test
    void ageIsAskedBeforePaying() {
        Product wine = shop.product("4000000000006");
        TicketLine line = shop.line(shop.ticket().add(wine, Quantity.ONE));
        assertThrows(RefusedException.class, () -> shop.pay("cash", 899));

        shop.ticket().confirmAge(line.id());

        assertEquals(Money.of("EUR", 899), shop.pay("cash", 899).total());
    }

    @Test
    void aNewCustomerIsRegisteredAndPutOnTheTicket() {
        Customers customers = shop.till().service(Customers.class);
        Customer added = customers.add("Customer Åre", "0700 1", "", "", "");

        assertEquals(List.of(added), customers.search("are", 10));
        shop.ticket().setCustomer(Optional.of(added.shortName()));
        shop.pen(1);
        assertEquals(Optional.of("Customer Åre"), shop.pay("cash", 199).sale().customerName());
    }

    @Test
    void aCustomerPaysLaterOnAccount() {
        shop.pen(1);
        shop.ticket()
                .setCustomer(Optional.of(shop.till()
                        .service(Customers.class)
                        .add("Customer 7", "", "", "", "")
                        .shortName()));

        assertEquals("account", shop.pay("account", 199).sale().tenders().get(0).type());
    }

    @Test
    void aCardIsTakenOnATerminalOfItsOwn() {
        shop.pen(1);
        shop.checkout().take(shop.tender("card"), Money.of("EUR", 199), Optional.of("004711"));

        Receipt receipt = shop.checkout().complete();

        assertEquals(Optional.of("004711"), receipt.sale().tenders().get(0).reference());
    }

    @Test
    void severalTendersPayOneTicket() {
        shop.pen(10);
        shop.checkout().take(shop.tender("voucher"), Money.of("EUR", 1_000), Optional.of("V-1"));
        shop.checkout().take(shop.tender("card"), Money.of("EUR", 500), Optional.empty());

        Receipt receipt = shop.pay("cash", 500);

        assertEquals(3, receipt.sale().tenders().size());
        assertEquals(Money.of("EUR", 10), receipt.change());
    }

    @Test
    void aTicketIsHeldAndResumed() {
        shop.pen(3);
        HeldTickets held = shop.till().service(HeldTickets.class);
        HeldTicket aside = held.hold("the lady with the dog");
        assertTrue(shop.ticket().ticket().isEmpty());

        Ticket back = held.resume(aside.id());

        assertEquals(Money.of("EUR", 597), back.amounts().total());
        assertEquals(List.of(), held.list());
    }

    @Test
    void aTicketIsVoided() {
        shop.pen(3);

        assertTrue(shop.ticket().voidTicket(WHY).isEmpty());
        assertEquals(0, shop.till().sales().rung().sales());
    }

    @Test
    void aReceiptIsReprintedAsACopy() {
        shop.pen(1);
        Receipt receipt = shop.pay("cash", 199);

        ReceiptCopy copy = shop.till().service(Receipts.class).reprint(receipt.number(), Grounds.NONE);

        assertEquals(new ReceiptCopy(receipt, 1), copy);
    }

    @Test
    void theDrawerOpensWithoutASale() {
        shop.till().service(Drawer.class).open(Grounds.of("Change for a note"));

        assertEquals(
                "drawer",
                shop.till().service(TillJournal.class).latest(1).get(0).kind());
    }

    @Test
    void aReceiptIsRefundedInParts() {
        shop.pen(3);
        Receipt receipt = shop.pay("cash", 597);
        Refunds refunds = shop.till().service(Refunds.class);

        shop.ticket().addReturns(List.of(new RefundPart(shop.firstLine(refunds, receipt), Quantity.ONE)), WHY);
        Receipt refund = shop.payOut();

        assertEquals(Money.of("EUR", -199), refund.total());
        RefundableLine rest = shop.firstLine(refunds, receipt);
        assertEquals(Quantity.of(2), rest.left());
        assertThrows(RefusedException.class, () -> shop.ticket()
                .addReturns(List.of(new RefundPart(rest, Quantity.of(3))), WHY));
    }

    @Test
    void goodsWithoutAReceiptAreTakenBack() {
        shop.ticket().addReturnWithoutReceipt(shop.product("4006381333931"), Quantity.ONE, WHY);

        assertEquals(Money.of("EUR", -199), shop.payOut().total());
    }

    @Test
    void goodsAreExchanged() {
        shop.pen(1);
        Receipt receipt = shop.pay("cash", 199);
        shop.ticket()
                .addReturns(
                        List.of(new RefundPart(
                                shop.firstLine(shop.till().service(Refunds.class), receipt), Quantity.ONE)),
                        WHY);

        Ticket ticket = shop.ticket().add(shop.product("2000000000428"), new Quantity(500));

        assertEquals(Money.of("EUR", 500 - 199), ticket.amounts().total());
        assertEquals(Money.of("EUR", 301), shop.pay("cash", 301).total());
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
