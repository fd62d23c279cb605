package outpost.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.catalog.Category;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.sales.Customer;
import outpost.sales.Customers;
import outpost.sales.Demand;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.HeldTickets;
import outpost.sales.NotAllowedException;
import outpost.sales.OpenItem;
import outpost.sales.Receipt;
import outpost.sales.RefusedException;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.values.Money;
import outpost.values.Quantity;

/** What a cashier sells with the cable pulled. With {@link OfflineDayTest} and {@link OfflineReturnsTest}: the rows of {@code docs/offline.md}. */
class OfflineTest extends OfflineTill {
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
}
