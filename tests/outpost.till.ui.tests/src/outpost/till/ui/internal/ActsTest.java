package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.widgets.ask.Figure.Unit;
import outpost.widgets.ask.Question;

/** What a cashier may not do alone, and what asks before it is done. */
class ActsTest {
    @TempDir
    Path folder;

    private final Later worker = new Later();
    private ShopFixture shop;
    private SellModel model;

    @BeforeEach
    void open() {
        shop = ShopFixture.withStaff(folder);
        model = shop.model(worker);
        model.show(() -> {}, text -> {});
        worker.runAll();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aSmallDiscountNeedsAReasonOnly() {
        scan(ShopFixture.PEN);

        model.line().discount();
        Questions.number(model, Unit.PERCENT, "5");
        Questions.choose(model, "reason-0");

        assertEquals(Money.of("GBP", 189), model.ticket().amounts().total());
        assertTrue(
                model.ticket().lines().get(0).discount().orElseThrow().reason().isPresent());
    }

    @Test
    void aLargeDiscountNeedsTheManagersPin() {
        scan(ShopFixture.PEN);

        model.line().discount();
        Questions.number(model, Unit.PERCENT, "50");
        Questions.choose(model, "reason-0");
        worker.runAll();
        assertEquals(Money.of("GBP", 199), model.ticket().amounts().total());
        Questions.pin(model, ShopFixture.MANAGER_PIN);
        worker.runAll();

        assertEquals(Money.of("GBP", 99), model.ticket().amounts().total());
        assertEquals(
                Optional.of("Max"),
                model.ticket().lines().get(0).discount().orElseThrow().approvedBy());
    }

    @Test
    void aWrongPinIsSaidAndTheQuestionStays() {
        scan(ShopFixture.PEN);
        model.line().price();
        Questions.number(model, Unit.MONEY, "100");
        Questions.choose(model, "reason-0");
        worker.runAll();

        Questions.pin(model, "9999");
        worker.runAll();

        assertTrue(((Question.Pin) Questions.standing(model)).problem().isPresent());
        Questions.pin(model, ShopFixture.MANAGER_PIN);
        worker.runAll();
        assertEquals(Money.of("GBP", 100), model.ticket().amounts().total());
    }

    @Test
    void givingUpTheQuestionLeavesAllAsItWas() {
        scan(ShopFixture.PEN);
        model.line().price();

        model.dialogue().giveUp();

        assertEquals(Optional.empty(), model.dialogue().question());
        assertEquals(Money.of("GBP", 199), model.ticket().amounts().total());
    }

    @Test
    void aTicketsDiscountIsSpreadAndShown() {
        scan(ShopFixture.PEN, ShopFixture.MILK);

        model.whole().discount();
        Questions.number(model, Unit.MONEY, "10");
        Questions.choose(model, "reason-1");
        worker.runAll();

        assertEquals(Money.of("GBP", 309), model.ticket().amounts().total());
    }

    @Test
    void wineAsksForTheAgeOnceAndPayingWaitsForIt() {
        scan(ShopFixture.WINE);
        assertTrue(((Question.Choice) Questions.standing(model)).title().contains("18"));
        model.dialogue().giveUp();

        model.pay();
        worker.runAll();
        assertEquals(SellModel.Screen.SELL, model.screen());
        Questions.choose(model, "old-enough");

        assertEquals(SellModel.Screen.PAY, model.screen());
    }

    @Test
    void whoIsTooYoungGetsNoWine() {
        scan(ShopFixture.PEN, ShopFixture.WINE);

        Questions.choose(model, "too-young");

        assertEquals(List.of("Pen blue"), names());
    }

    @Test
    void aTicketIsHeldUnderANameAndTakenUpAgain() {
        scan(ShopFixture.PEN);
        model.whole().hold();
        Questions.words(model, "blue coat");
        worker.runAll();
        assertTrue(model.ticket().isEmpty());
        assertEquals(1, model.whole().waiting().size());

        model.whole().hold();
        Questions.takeFound(model, model.whole().waiting().get(0).id().toString());
        worker.runAll();

        assertEquals(List.of("Pen blue"), names());
        assertTrue(model.whole().waiting().isEmpty());
    }

    @Test
    void voidingTheTicketNeedsAReasonAndLeave() {
        scan(ShopFixture.PEN);

        model.whole().voidTicket();
        Questions.choose(model, "reason-0");
        worker.runAll();
        Questions.pin(model, ShopFixture.MANAGER_PIN);
        worker.runAll();

        assertTrue(model.ticket().isEmpty());
    }

    @Test
    void anUnknownCodeIsSoldInItsDepartment() {
        scan("4711");
        model.notice().orElseThrow().offer().orElseThrow().taken().run();
        worker.runAll();
        Questions.number(model, Unit.MONEY, "250");
        Questions.choose(model, "sundries");
        worker.runAll();
        Questions.pin(model, ShopFixture.MANAGER_PIN);
        worker.runAll();

        assertEquals(List.of("Sundries"), names());
        assertEquals("4711", model.ticket().lines().get(0).code());
        assertEquals(Money.of("GBP", 250), model.ticket().amounts().total());
    }

    @Test
    void aReceiptsCodeOpensItsRefundAndOnlyWhatIsLeftComesBack() {
        scan(ShopFixture.PEN, ShopFixture.PEN, ShopFixture.MILK);
        String number = payExactly().number();
        model.nextCustomer();

        scan(number);
        Questions.lines(model).change(0, 1);
        Questions.takeLines(model);
        Questions.choose(model, "reason-0");
        assertEquals(Money.of("GBP", -199), model.ticket().amounts().total());
        Receipt refund = payOut();
        model.nextCustomer();

        assertEquals(Sales.Kind.REFUND, refund.kind());
        scan(number);
        assertEquals(Quantity.ONE, Questions.lines(model).lines().get(0).left());
    }

    @Test
    void anExchangePaysTheDifference() {
        scan(ShopFixture.PEN);
        String number = payExactly().number();
        model.nextCustomer();

        scan(number);
        Questions.lines(model).all();
        Questions.takeLines(model);
        Questions.choose(model, "reason-0");
        scan("2 * " + ShopFixture.MILK);

        assertEquals(Money.of("GBP", 41), model.ticket().amounts().total());
    }

    @Test
    void aScannedProductWithoutItsReceiptComesBackByTheManagersLeave() {
        model.returns().ask();
        worker.runAll();
        var finder = Questions.search(model);
        model.dialogue().answer(() -> finder.notFound(ShopFixture.MILK));
        worker.runAll();
        Questions.choose(model, "reason-0");
        worker.runAll();
        assertTrue(model.ticket().isEmpty());
        Questions.pin(model, ShopFixture.MANAGER_PIN);
        worker.runAll();

        assertEquals(Money.of("GBP", -120), model.ticket().amounts().total());
    }

    private Receipt payExactly() {
        model.pay();
        worker.runAll();
        model.paying().takeCash(model.ticket().amounts().due());
        worker.runAll();
        return model.paying().paid().orElseThrow().receipt();
    }

    private Receipt payOut() {
        model.pay();
        worker.runAll();
        model.paying().takeCash();
        worker.runAll();
        return model.paying().paid().orElseThrow().receipt();
    }

    private void scan(String... codes) {
        for (String code : codes) {
            model.ringing().submit(code);
            worker.runAll();
        }
    }

    private List<String> names() {
        return model.ticket().lines().stream().map(line -> line.name()).toList();
    }
}
