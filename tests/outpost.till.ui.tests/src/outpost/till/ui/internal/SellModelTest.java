package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.sales.Sales;
import outpost.sales.Ticket;
import outpost.till.ui.internal.SellModel.Screen;
import outpost.values.Money;
import outpost.widgets.Notice;

/** Selling at an open till: scanning, searching, quantities, cash. */
class SellModelTest {
    @TempDir
    Path folder;

    private final Later worker = new Later();
    private ShopFixture shop;
    private SellModel model;
    private String entry = "";

    @BeforeEach
    void open() {
        shop = ShopFixture.open(folder);
        model = shop.model(worker);
        model.show(() -> {}, text -> entry = text);
        worker.runAll();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void scannedProductsComeIntoTheBasketInTheirOrder() {
        submit(ShopFixture.PEN, "2 * " + ShopFixture.MILK, ShopFixture.PEN);

        assertEquals(List.of("Pen blue 2", "Milk 2"), lines());
        assertEquals(0, model.selection().place());
        assertEquals(Money.of("GBP", 638), model.ticket().amounts().total());
    }

    @Test
    void theEntryFieldIsFreeBeforeTheProductIsFound() {
        entry = ShopFixture.PEN;

        model.ringing().submit(entry);

        assertEquals("", entry);
        assertTrue(model.ticket().isEmpty());
    }

    @Test
    void aScannedCodeTakesTheQuantityThatStandsInTheField() {
        entry = "3 *";

        model.ringing().scanned(ShopFixture.PEN, entry);
        worker.runAll();

        assertEquals(List.of("Pen blue 3"), lines());
        assertEquals("", entry);
    }

    @Test
    void aScannedCodeIsNotMixedWithANameThatIsBeingTyped() {
        type("mil");

        model.ringing().scanned(ShopFixture.PEN, "mil");
        worker.runAll();

        assertEquals(List.of("Pen blue 1"), lines());
        assertFalse(model.search().isActive());
    }

    @Test
    void aScannerThatPausesWithinACodeIsUnderstood() {
        model.ringing().scanned(ShopFixture.PEN.substring(1), ShopFixture.PEN.substring(0, 1));
        worker.runAll();

        assertEquals(List.of("Pen blue 1"), lines());
    }

    @Test
    void anUnknownCodeIsSaidWithAWayOnAndTheBasketStaysAsItIs() {
        submit(ShopFixture.PEN, "4711");

        assertEquals(Optional.of(Notice.Kind.PROBLEM), model.notice().map(Notice::kind));
        assertTrue(model.notice().get().text().contains("4711"));
        assertTrue(model.notice().get().offer().isPresent());
        assertEquals(List.of("Pen blue 1"), lines());
    }

    @Test
    void theNextEntryTakesTheSentenceAway() {
        submit("4711");

        model.ringing().typed("5");

        assertEquals(Optional.empty(), model.notice());
    }

    @Test
    void typingANameShowsWhatBeginsLikeItAndEnterTakesTheSelectedOne() {
        type("pen");
        model.move(1);

        model.ringing().submit("pen");
        worker.runAll();

        assertEquals(1, lines().size());
        assertFalse(model.search().isActive());
        assertEquals("", entry);
    }

    @Test
    void aQuantityBeforeANameCounts() {
        type("3 * milk");

        model.ringing().submit("3 * milk");

        assertEquals(List.of("Milk 3"), lines());
    }

    @Test
    void enterBeforeTheResultsAreThereTakesTheOnlyMatch() {
        model.ringing().typed("milk");
        model.ringing().submit("milk");
        worker.runAll();

        assertEquals(List.of("Milk 1"), lines());
    }

    @Test
    void enterBeforeTheResultsAreThereAsksWhereThereAreSeveral() {
        model.ringing().typed("pen");
        model.ringing().submit("pen");
        worker.runAll();

        assertTrue(model.ticket().isEmpty());
        assertEquals(2, model.search().results().size());
        assertEquals("pen", entry);
    }

    @Test
    void digitsAreNotLookedForAsAName() {
        type("4006");

        assertFalse(model.search().isActive());
    }

    @Test
    void quantitiesChangeByOneAndAtZeroTheLineIsGone() {
        submit(ShopFixture.PEN, ShopFixture.MILK);

        model.line().change(1);
        assertEquals(List.of("Pen blue 1", "Milk 2"), lines());
        model.line().change(-1);
        model.line().change(-1);

        assertEquals(List.of("Pen blue 1"), lines());
        assertEquals(0, model.selection().place());
    }

    @Test
    void aTypedQuantityReplacesTheSelectedLines() {
        submit(ShopFixture.PEN);

        model.line().quantity("12");

        assertEquals(List.of("Pen blue 12"), lines());
    }

    @Test
    void aCodeScannedAsAQuantityIsNoneAndTheTillAsks() {
        submit(ShopFixture.PEN);

        model.line().quantity(ShopFixture.MILK);

        assertEquals(List.of("Pen blue 1"), lines());
        assertTrue(model.dialogue().question().isPresent());
    }

    @Test
    void aLineThatWouldHoldTooManyStaysAsItIs() {
        submit("9999 * " + ShopFixture.PEN, ShopFixture.PEN);

        assertEquals(List.of("Pen blue 9999"), lines());
        assertEquals(Optional.of(Notice.Kind.PROBLEM), model.notice().map(Notice::kind));
    }

    @Test
    void payingWaitsForWhatWasScannedBefore() {
        model.ringing().submit(ShopFixture.PEN);
        model.ringing().submit(ShopFixture.MILK);
        model.pay();
        worker.runAll();

        assertEquals(Screen.PAY, model.screen());
        assertEquals(Money.of("GBP", 319), model.ticket().amounts().due());
    }

    @Test
    void anEmptyBasketCannotBePaid() {
        pay();

        assertEquals(Screen.SELL, model.screen());
    }

    @Test
    void takingCashMakesTheSaleAndShowsItsReceipt() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().type("500");
        model.paying().takeCash();
        worker.runAll();

        assertEquals(Screen.PAID, model.screen());
        Paid paid = model.paying().paid().orElseThrow();
        assertEquals(Sales.Kind.SALE, paid.receipt().kind());
        assertEquals(Money.of("GBP", 301), paid.receipt().change());
        String paper = String.join("\n", paid.paper());
        assertTrue(paper.contains("Main street") && paper.contains("Pen blue") && paper.contains("1.99"), paper);
        assertTrue(model.ticket().isEmpty());
    }

    @Test
    void cashIsOnlyTakenWhenItsAmountWasTyped() {
        submit(ShopFixture.PEN);
        pay();

        model.paying().takeCash();
        worker.runAll();

        assertEquals(Screen.PAY, model.screen());
        assertEquals(List.of(), model.ticket().tenders());
    }

    @Test
    void severalTendersPayOneTicket() {
        submit(ShopFixture.PEN, ShopFixture.MILK);
        pay();
        model.paying().type("200");
        model.paying().takeCash();
        worker.runAll();
        assertEquals(Screen.PAY, model.screen());
        assertEquals(Money.of("GBP", 119), model.ticket().amounts().due());

        model.paying().take(tender("card"));
        answerWords("slip 4711");
        worker.runAll();

        assertEquals(
                List.of("cash 200", "card 119"),
                model.paying().paid().orElseThrow().receipt().sale().tenders().stream()
                        .map(tender -> tender.type() + " " + tender.amountMinor())
                        .toList());
    }

    @Test
    void aTenderCanBeGivenBackAndOnlyThenTheBasketComesBack() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().type("100");
        model.paying().takeCash();
        worker.runAll();

        model.escape();
        assertEquals(Screen.PAY, model.screen());
        model.paying().giveBack(0);
        model.escape();

        assertEquals(Screen.SELL, model.screen());
    }

    @Test
    void moreThanIsDueByCardIsRefusedInASentence() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().type("500");

        model.paying().take(tender("card"));
        answerWords("");
        worker.runAll();

        assertEquals(Screen.PAY, model.screen());
        assertEquals(Optional.of(Notice.Kind.PROBLEM), model.notice().map(Notice::kind));
    }

    @Test
    void onAccountAsksForTheCustomer() {
        submit(ShopFixture.PEN);
        pay();

        model.paying().take(tender("account"));
        worker.runAll();
        Questions.search(model).lookFor("Corner café");
        worker.runAll();
        Questions.takeFound(model, "new");
        worker.runAll();

        assertEquals(
                Optional.of("Corner café"),
                model.paying().paid().orElseThrow().receipt().sale().customerName());
    }

    @Test
    void twoPressesMakeOneSale() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().type("500");
        model.paying().takeCash();
        model.paying().takeCash();
        worker.runAll();

        assertEquals(1, shop.till.sales().rung().sales());
    }

    @Test
    void whileTheSaleIsWrittenThereIsNoWayBack() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().takeCash(Money.of("GBP", 199));

        model.escape();

        assertEquals(Screen.PAY, model.screen());
    }

    @Test
    void aProductScannedWhilePayingIsNotAddedUnseen() {
        submit(ShopFixture.PEN);
        pay();

        model.ringing().scanned(ShopFixture.PENCIL, "");
        worker.runAll();

        assertEquals(List.of("Pen blue 1"), lines());
        assertTrue(model.notice().get().text().contains("Pencil"));
    }

    @Test
    void theNextCustomersFirstProductPutsTheReceiptAway() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().takeCash(Money.of("GBP", 199));
        worker.runAll();

        submit(ShopFixture.MILK);

        assertEquals(Screen.SELL, model.screen());
        assertEquals(List.of("Milk 1"), lines());
    }

    @Test
    void enterOnAnEmptyFieldPutsTheReceiptAway() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().takeCash(Money.of("GBP", 199));
        worker.runAll();

        submit("");

        assertEquals(Screen.SELL, model.screen());
    }

    @Test
    void theTillComesUpWithTheTicketAsItStood() {
        submit("2 * " + ShopFixture.PEN, ShopFixture.MILK);
        shop.close();

        try (ShopFixture again = ShopFixture.reopened(folder)) {
            SellModel after = again.model(worker);

            assertEquals(List.of("Pen blue 2", "Milk 1"), lines(after.ticket()));
            assertEquals(1, after.selection().place());
            assertEquals(Screen.SELL, after.screen());
        }
    }

    @Test
    void theTillComesUpPayingWhereATenderWasTaken() {
        submit(ShopFixture.PEN);
        pay();
        model.paying().type("100");
        model.paying().takeCash();
        worker.runAll();
        shop.close();

        try (ShopFixture again = ShopFixture.reopened(folder)) {
            assertEquals(Screen.PAY, again.model(worker).screen());
        }
    }

    private outpost.sales.TenderType tender(String id) {
        return model.paying().types().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void answerWords(String text) {
        Questions.words(model, text);
    }

    private void submit(String... texts) {
        for (String text : texts) {
            model.ringing().submit(text);
            worker.runAll();
        }
    }

    private void type(String text) {
        model.ringing().typed(text);
        worker.runAll();
    }

    private void pay() {
        model.pay();
        worker.runAll();
    }

    private List<String> lines() {
        return lines(model.ticket());
    }

    private static List<String> lines(Ticket ticket) {
        return ticket.lines().stream()
                .map(line -> line.name() + " " + line.quantity())
                .toList();
    }
}
