package outpost.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.ReceiptCopy;
import outpost.sales.Receipts;
import outpost.sales.RefundPart;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.RefusedException;
import outpost.sales.Ticket;
import outpost.values.Money;
import outpost.values.Quantity;

/** What comes back at the till without a network. */
class OfflineReturnsTest extends OfflineTill {
    @Test
    void aReceiptIsReprintedAsACopy() {
        shop.pen(1);
        Receipt receipt = shop.pay("cash", 199);

        ReceiptCopy copy = shop.till().service(Receipts.class).reprint(receipt.number(), Grounds.NONE);

        assertEquals(new ReceiptCopy(receipt, 1), copy);
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
}
