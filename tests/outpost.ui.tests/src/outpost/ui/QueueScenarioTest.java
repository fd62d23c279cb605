package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.fixtures.Rows;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.reconcile.RowChange;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.JournalLine;
import outpost.sales.Sales;
import outpost.sales.TillJournal;
import outpost.values.Money;
import outpost.values.Quantity;

/** A manager looks after an event that the cloud refused. */
class QueueScenarioTest {
    private static final String PEN = "4006381333931";
    private static final int ATTEMPTS = 3;

    @RegisterExtension
    final Till till = new Till();

    @Test
    void aRefusedEventIsShownExplainedAndSentAgain() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199));
        Line line = new Line(till.services().terminal());
        till.isOn(line);
        sellOnePen();
        sellOnePen();
        refuseTheOldest();
        Driver manager = till.open();

        manager.waitText("sync", "1 needs attention");
        manager.click("sync");
        manager.waitText("state", "Needs you");
        manager.waitText("health-parked", "1");
        manager.waitText("health-waiting", "2");
        manager.waitCell("kinds", 0, 1, "2");
        manager.waitCell("kinds", 1, 0, "Journal entry");
        till.picture("health");
        manager.click("reconcile-queue");
        manager.waitRows("queue", 3);
        manager.waitCell("queue", 0, 2, "Needs attention");
        manager.waitCell("queue", 1, 2, "Waiting");
        manager.waitText("detail", "1 × Pen blue");
        till.picture("queue");
        manager.waitText("detail", "POS_SYNC_EVENT_INVALID: the lines do not add up");
        manager.waitText("detail", "refused " + ATTEMPTS + " times");

        manager.press(SWT.F6);

        manager.waitCell("queue", 0, 2, "Waiting");
        assertEquals(0, till.services().outbox().counts().parked());
        assertTrue(line.asked() > 0);
        manager.press(SWT.F2);
        manager.waitFocus("entry");
    }

    @Test
    void oneEventAmongManyIsFoundByItsKindAndItsWords() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199), Rows.product("cup", 4, "Cup white", 500));
        till.isOn(new Line(till.services().terminal()));
        sell(PEN, 199);
        sell("cup", 500);
        refuseTheOldest();
        Driver manager = till.open();
        manager.click("sync");
        manager.waitFor("state");
        manager.click("reconcile-queue");
        manager.waitRows("queue", 3);

        manager.click("show-parked");
        manager.waitRows("queue", 1);
        manager.waitText("detail", "1 × Pen blue");
        manager.click("show-waiting");
        manager.waitRows("queue", 2);
        manager.click("show-all");
        manager.click("queue-search");
        manager.type("cup");
        manager.waitRows("queue", 1);
        manager.waitText("detail", "1 × Cup white");
        till.picture("queue-search");
        manager.type("board");
        manager.waitFor("queue-empty");
    }

    @Test
    @Tag("A-553")
    void theCatalogIsComparedAndWhatDiffersIsWrittenDownAndAgreedTo() throws IOException {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199));
        Line line = new Line(till.services().terminal());
        line.differsBy(new RowChange(Optional.empty(), Optional.of(Rows.product("cup", 4, "Cup white", 500))));
        till.isOn(line);
        Driver manager = till.open();
        manager.click("sync");
        manager.waitFor("state");
        manager.click("reconcile-catalog");
        manager.waitText("catalog-state", "Catalog: equal to the cloud’s");

        manager.press(SWT.F7);

        manager.waitText("catalog-state", "1 to add, 0 to replace, 0 to remove");
        manager.waitRows("catalog-plan", 1);
        manager.waitCell("catalog-plan", 0, 1, "New");
        manager.waitText("to-add", "1");
        manager.waitUntil(() -> "no price", () -> manager.rows("differences") > 2);
        till.picture("catalog");
        manager.press(SWT.F8);
        manager.waitText("reconcile-notice", "Written to");
        String plan = manager.text("reconcile-notice").replaceFirst("Written to ", "");
        assertTrue(Files.readString(Path.of(plan)).contains("\tCup white\tNew\tPrice\t\t£5.00\n"), plan);
        manager.waitText("catalog-check", "Make equal");

        manager.press(SWT.F7);

        manager.waitText("catalog-state", "Catalog: made equal to the cloud’s");
        manager.press(SWT.F9);
        manager.waitText("question", "Fetch the whole catalog anew?");
        till.picture("rebuild");
        manager.press(SWT.CR);
        manager.waitText("catalog-state", "fetched anew");
    }

    @Test
    @Tag("A-554")
    void aRefusedEventIsGivenUpForAReasonThatStandsInTheJournal() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199));
        till.isOn(new Line(till.services().terminal()));
        sellOnePen();
        refuseTheOldest();
        Driver manager = till.open();
        manager.click("sync");
        manager.waitFor("state");
        manager.click("reconcile-queue");
        manager.waitRows("queue", 2);

        manager.press(SWT.F8);
        manager.waitText("detail", "\"receiptNumber\"");
        manager.press(SWT.F9);
        manager.waitFocus("words");
        till.picture("give-up");
        manager.type("rung twice");
        manager.press(SWT.CR);

        manager.waitText("reconcile-notice", "Given up: Sale");
        assertEquals(0, till.services().outbox().counts().parked());
        JournalLine given = till.services().service(TillJournal.class).latest(1).get(0);
        assertEquals("discard_event", given.kind());
        assertEquals(Optional.of("rung twice"), given.field("reason"));
    }

    private void sellOnePen() {
        sell(PEN, 199);
    }

    private void sell(String product, long minor) {
        Basket basket = new Basket(Currency.getInstance("GBP"));
        basket.add(till.services().catalog().find(product).orElseThrow(), Quantity.ONE);
        till.services()
                .sales()
                .complete(basket, Sales.Kind.SALE, new Cash(Money.of("GBP", minor)), "Cashier", Optional.empty());
    }

    private void refuseTheOldest() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Event> taken = till.services().outbox().take(10, Long.MAX_VALUE);
            int oldest = taken.indexOf(taken.stream()
                    .min(Comparator.comparing(Event::localEventId))
                    .orElseThrow());
            EventAnswer refusal =
                    EventAnswer.rejected(oldest, ErrorCode.POS_SYNC_EVENT_INVALID, "the lines do not add up");
            till.services().outbox().settle(taken, List.of(refusal));
        }
    }
}
