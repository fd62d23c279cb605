package outpost.sales.internal.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.OpenItem;
import outpost.sales.Receipt;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Sales.Kind;
import outpost.sales.Ticket;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/** What comes back: in parts, in exchange, without a receipt. */
class ReturnedGoodsTest extends OpenTill {
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

    private RefundableLine refundable(Receipt receipt) {
        return till.service(Refunds.class)
                .find(receipt.number())
                .orElseThrow()
                .lines()
                .get(0);
    }
}
