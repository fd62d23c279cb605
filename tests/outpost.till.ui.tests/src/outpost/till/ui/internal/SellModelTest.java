package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.catalog.Product;
import outpost.fixtures.Rows;
import outpost.protocol.Sink;
import outpost.protocol.SnapshotLine;
import outpost.till.ui.internal.SellModel.Screen;
import outpost.values.Money;
import outpost.widgets.Notice;

/** Selling at an open till: scanning, searching, quantities, cash. */
class SellModelTest extends SellFixture {
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
    void whatIsNotFoundWhileNamesStillComeIsLookedForAgain() {
        Sink sink = shop.till.sink();
        sink.restart();
        sink.begin(new SnapshotLine.Header(100, 3));
        sink.add(Rows.basics("GBP"));
        sink.add(List.of(Rows.product("4000", 90, "Raspberries", 250)));

        type("rasp");

        assertTrue(model.search().mayComeYet());
        sink.end();
        model.search().lookAgain();
        worker.runAll();
        assertFalse(model.search().mayComeYet());
        assertEquals(
                List.of("Raspberries"),
                model.search().results().stream().map(Product::name).toList());
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
}
