package outpost.sales.internal.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.sales.CustomerName;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.Refunds;
import outpost.sales.RefusedException;
import outpost.sales.Shifts;
import outpost.sales.Ticket;
import outpost.sales.TillJournal;
import outpost.sales.Training;
import outpost.values.Money;
import outpost.values.Quantity;

class CheckoutTest extends OpenTill {
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

    private List<OutboxEntry> events() {
        return till.outbox().entries(List.of(State.values()), 1_000);
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

    private static Money chf(long minor) {
        return Money.of("CHF", minor);
    }
}
