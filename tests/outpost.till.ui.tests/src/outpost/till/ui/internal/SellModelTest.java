package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.sales.BasketLine;
import outpost.sales.Sales;
import outpost.till.ui.internal.SellModel.Screen;
import outpost.values.Money;
import outpost.values.Quantity;

class SellModelTest {
    private final ShopFixture shop = new ShopFixture();
    private final Later worker = new Later();
    private final SellModel model = new SellModel(shop.shop(), new Background(worker, Runnable::run));
    private String entry = "";

    SellModelTest() {
        model.show(() -> {}, text -> entry = text);
    }

    @Test
    void scannedProductsComeIntoTheBasketInTheirOrder() {
        submit(ShopFixture.PEN.code(), "2 * " + ShopFixture.MILK.code(), ShopFixture.PEN.code());

        assertEquals(List.of("Pen blue 2", "Milk 2"), lines());
        assertEquals(0, model.ticket().selected());
        assertEquals(Money.of("GBP", 638), model.ticket().basket().total());
    }

    @Test
    void theEntryFieldIsFreeBeforeTheProductIsFound() {
        entry = ShopFixture.PEN.code();

        model.submit(entry);

        assertEquals("", entry);
        assertTrue(model.ticket().isEmpty());
    }

    @Test
    void anUnknownCodeIsSaidAndTheBasketStaysAsItIs() {
        submit(ShopFixture.PEN.code(), "4711");

        assertEquals(Optional.of(Notice.Kind.PROBLEM), model.notice().map(Notice::kind));
        assertTrue(model.notice().get().text().contains("4711"));
        assertEquals(List.of("Pen blue 1"), lines());
    }

    @Test
    void anEmptyCatalogIsGivenAsTheReason() {
        shop.products = List.of();

        submit("4711");

        assertTrue(model.notice().get().text().contains("catalog has not arrived"));
    }

    @Test
    void theNextEntryTakesTheSentenceAway() {
        submit("4711");

        model.typed("5");

        assertEquals(Optional.empty(), model.notice());
    }

    @Test
    void typingANameShowsWhatBeginsLikeItAndEnterTakesTheSelectedOne() {
        type("pen");
        model.move(1);

        model.submit("pen");

        assertEquals(List.of("Pencil 1"), lines());
        assertFalse(model.search().isActive());
        assertEquals("", entry);
    }

    @Test
    void aQuantityBeforeANameCounts() {
        type("3 * milk");

        model.submit("3 * milk");

        assertEquals(List.of("Milk 3"), lines());
    }

    @Test
    void enterBeforeTheResultsAreThereTakesTheOnlyMatch() {
        model.typed("milk");
        model.submit("milk");
        worker.runAll();

        assertEquals(List.of("Milk 1"), lines());
    }

    @Test
    void enterBeforeTheResultsAreThereAsksWhereThereAreSeveral() {
        model.typed("pen");
        model.submit("pen");
        worker.runAll();

        assertTrue(model.ticket().isEmpty());
        assertEquals(
                List.of(ShopFixture.PEN, ShopFixture.PENCIL), model.search().results());
        assertEquals("pen", entry);
    }

    @Test
    void onlyTheNewestKeystrokeIsLookedFor() {
        model.typed("mi");
        model.typed("mil");
        model.typed("milk");
        worker.runAll();

        assertEquals(List.of("milk"), shop.searched);
        assertEquals(List.of(ShopFixture.MILK), model.search().results());
    }

    @Test
    void digitsAreNotLookedForAsAName() {
        type("4006");

        assertEquals(List.of(), shop.searched);
        assertFalse(model.search().isActive());
    }

    @Test
    void quantitiesChangeByOneAndAtZeroTheLineIsGone() {
        submit(ShopFixture.PEN.code(), ShopFixture.MILK.code());

        model.changeQuantity(1);
        assertEquals(List.of("Pen blue 1", "Milk 2"), lines());
        model.changeQuantity(-1);
        model.changeQuantity(-1);

        assertEquals(List.of("Pen blue 1"), lines());
        assertEquals(0, model.ticket().selected());
    }

    @Test
    void aTypedQuantityReplacesTheSelectedLines() {
        submit(ShopFixture.PEN.code());

        model.applyQuantity("12");

        assertEquals(List.of("Pen blue 12"), lines());
    }

    @Test
    void aCodeScannedAsAQuantityIsRefused() {
        submit(ShopFixture.PEN.code());

        model.applyQuantity(ShopFixture.MILK.code());

        assertEquals(List.of("Pen blue 1"), lines());
        assertEquals(Optional.of(Notice.Kind.HINT), model.notice().map(Notice::kind));
    }

    @Test
    void aLineThatWouldHoldTooManyStaysAsItIs() {
        submit("9999 * " + ShopFixture.PEN.code(), ShopFixture.PEN.code());

        assertEquals(List.of("Pen blue 9999"), lines());
        assertEquals(Optional.of(Notice.Kind.PROBLEM), model.notice().map(Notice::kind));
    }

    @Test
    void clearAsksOnceMore() {
        submit(ShopFixture.PEN.code(), ShopFixture.MILK.code());

        model.clear();
        assertEquals(2, lines().size());
        model.clear();

        assertEquals(List.of(), lines());
    }

    @Test
    void anythingElseMeansThatClearWasNotMeant() {
        submit(ShopFixture.PEN.code());
        model.clear();
        submit(ShopFixture.MILK.code());

        model.clear();

        assertEquals(List.of("Pen blue 1", "Milk 1"), lines());
    }

    @Test
    void payingWaitsForWhatWasScannedBefore() {
        model.submit(ShopFixture.PEN.code());
        model.submit(ShopFixture.MILK.code());
        model.pay();
        worker.runAll();

        assertEquals(Screen.PAY, model.screen());
        assertEquals(Money.of("GBP", 319), model.checkout().payment().get().due());
    }

    @Test
    void anEmptyBasketCannotBePaid() {
        pay();

        assertEquals(Screen.SELL, model.screen());
    }

    @Test
    void takingCashMakesTheSaleAndShowsItsReceipt() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().digits("500");
        model.checkout().take();
        worker.runAll();

        assertEquals(Screen.PAID, model.screen());
        assertEquals(1, shop.made.size());
        assertEquals(Sales.Kind.SALE, shop.made.get(0).kind());
        assertEquals(Money.of("GBP", 301), shop.made.get(0).change());
        String paper = String.join("\n", model.checkout().paid().get().paper());
        assertTrue(paper.contains("Main street") && paper.contains("Pen blue") && paper.contains("1.99"), paper);
        assertTrue(model.ticket().isEmpty());
    }

    @Test
    void tooLittleCashMakesNoSale() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().digits("198");
        model.checkout().take();
        worker.runAll();

        assertEquals(Screen.PAY, model.screen());
        assertEquals(List.of(), shop.made);
    }

    @Test
    void twoPressesMakeOneSale() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().digits("500");
        model.checkout().take();
        model.checkout().take();
        worker.runAll();

        assertEquals(1, shop.made.size());
    }

    @Test
    void whileTheSaleIsWrittenThereIsNoWayBack() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().take(Money.of("GBP", 199));

        model.escape();

        assertEquals(Screen.PAY, model.screen());
    }

    @Test
    void aSaleThatCouldNotBeStoredKeepsTheBasketAndCanBeTriedAgain() {
        submit(ShopFixture.PEN.code());
        pay();
        shop.trouble = Optional.of(new IllegalStateException("the disk is full"));
        model.checkout().take(Money.of("GBP", 199));
        worker.runAll();
        assertEquals(Screen.PAY, model.screen());
        assertTrue(model.notice().get().text().contains("the disk is full"));

        shop.trouble = Optional.empty();
        model.checkout().take();
        worker.runAll();

        assertEquals(Screen.PAID, model.screen());
        assertEquals(1, shop.made.size());
    }

    @Test
    void aProductScannedWhilePayingIsNotAddedUnseen() {
        submit(ShopFixture.PEN.code());
        pay();

        submit(ShopFixture.PENCIL.code());

        assertEquals(List.of("Pen blue 1"), lines());
        assertTrue(model.notice().get().text().contains("Pencil"));
    }

    @Test
    void theNextCustomersFirstProductPutsTheReceiptAway() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().take(Money.of("GBP", 199));
        worker.runAll();

        submit(ShopFixture.MILK.code());

        assertEquals(Screen.SELL, model.screen());
        assertEquals(List.of("Milk 1"), lines());
    }

    @Test
    void enterOnAnEmptyFieldPutsTheReceiptAway() {
        submit(ShopFixture.PEN.code());
        pay();
        model.checkout().take(Money.of("GBP", 199));
        worker.runAll();

        submit("");

        assertEquals(Screen.SELL, model.screen());
    }

    @Test
    void aBasketThatOnlyComesBackIsARefund() {
        submit("2 * " + ShopFixture.PEN.code());
        model.turnSelected();
        pay();

        model.checkout().take();
        worker.runAll();

        assertEquals(Sales.Kind.REFUND, shop.made.get(0).kind());
        assertEquals(Money.of("GBP", -398), shop.made.get(0).total());
    }

    @Test
    void aLookUpThatFailsIsSaid() {
        shop.trouble = Optional.of(new IllegalStateException("the file is damaged"));

        submit(ShopFixture.PEN.code());

        assertTrue(model.notice().get().text().contains("the file is damaged"));
    }

    private void submit(String... texts) {
        for (String text : texts) {
            model.submit(text);
            worker.runAll();
        }
    }

    private void type(String text) {
        model.typed(text);
        worker.runAll();
    }

    private void pay() {
        model.pay();
        worker.runAll();
    }

    private List<String> lines() {
        return model.ticket().lines().stream().map(SellModelTest::described).toList();
    }

    private static String described(BasketLine line) {
        Quantity quantity = line.quantity();
        return line.name() + " " + quantity;
    }
}
