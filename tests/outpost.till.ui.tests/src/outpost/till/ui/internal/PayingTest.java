package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.sales.Sales;
import outpost.till.ui.internal.SellModel.Screen;
import outpost.values.Money;
import outpost.widgets.Notice;

/** From the tenders to the receipt and on to the next customer. */
class PayingTest extends SellFixture {
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

    private void pay() {
        model.pay();
        worker.runAll();
    }
}
