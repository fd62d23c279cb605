package outpost.sales.internal.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.protocol.EventType;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.RefusedException;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.sales.Sales.Kind;
import outpost.store.Store;
import outpost.values.Money;
import outpost.values.Quantity;

class SqliteSalesTest extends SalesFixture {
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

    private static void refused(org.junit.jupiter.api.function.Executable selling) {
        assertThrows(IllegalArgumentException.class, selling);
    }

    private List<String> numbers(int limit) {
        return till.sales().latest(limit).stream().map(Receipt::number).toList();
    }
}
