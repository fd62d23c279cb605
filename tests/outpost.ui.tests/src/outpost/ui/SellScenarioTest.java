package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxCounts;
import outpost.protocol.Entity;
import outpost.protocol.SaleLine;
import outpost.protocol.SyncStatus;
import outpost.sales.Receipt;
import outpost.values.Money;

/** A cashier at work, by keys and by touch. */
class SellScenarioTest {
    private static final String PEN = "4006381333931";
    private static final String PENCIL = "96385074";
    private static final String MILK = "5000128104517";
    private static final Entity[] CATALOG = {
        Rows.product(PEN, 3, "Pen blue", 199),
        Rows.product(PENCIL, 4, "Pencil soft", 50),
        Rows.product(MILK, 5, "Milk fresh", 120)
    };

    private static final int NAME = 0;
    private static final int QUANTITY = 2;
    private static final int PLUS = 3;
    private static final int TOTAL = 4;

    @RegisterExtension
    final Till till = new Till();

    @Test
    void threeProductsAreScannedOneQuantityIsChangedAndTheCustomerPays() {
        till.sells(CATALOG);
        till.isOn(new Line(till.services().terminal()));
        Driver cashier = till.open();

        cashier.waitFocus("entry");
        cashier.waitText("sync", "Online");
        cashier.scan(PEN);
        cashier.scan(PENCIL);
        cashier.scan(MILK);
        cashier.waitRows("basket", 3);
        cashier.type("+");
        cashier.waitCell("basket", 2, QUANTITY, "2");
        assertEquals("£4.89", cashier.text("totals"));

        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        assertFalse(cashier.isEnabled("take"));
        cashier.type("2000");
        cashier.waitText("cash", "Change £15.11");
        cashier.press(SWT.CR);

        cashier.waitText("change", "£15.11");
        cashier.waitText("receipt", "Milk fresh");
        cashier.waitText("receipt", "Total");
        cashier.waitText("sync", "Online · 1 waiting");
        assertEquals(List.of("Pen blue 1000", "Pencil soft 1000", "Milk fresh 2000"), soldLines());
        assertEquals(new OutboxCounts(1, 0, 0), till.services().outbox().counts());

        cashier.waitFocus("entry");
        cashier.press(SWT.CR);
        cashier.waitFor("pay");
        assertFalse(cashier.isShown("receipt"));
    }

    @Test
    void theSameByTouchWhileTheCloudIsAway() {
        till.sells(CATALOG);
        Driver cashier = till.open();

        cashier.waitText("sync", "Offline");
        for (String digit : PENCIL.split("")) {
            cashier.click("key-" + digit);
        }
        cashier.click("key-enter");
        cashier.waitRows("basket", 1);
        cashier.type("blue");
        cashier.waitRows("results", 1);
        cashier.clickCell("results", 0, NAME);
        cashier.waitRows("basket", 2);
        cashier.type("fr mi");
        cashier.waitCell("results", 0, NAME, "Milk fresh");
        cashier.press(SWT.CR);
        cashier.waitRows("basket", 3);
        cashier.clickCell("basket", 0, PLUS);
        cashier.waitCell("basket", 0, TOTAL, "£1.00");

        cashier.click("pay");
        cashier.waitText("quick-1", "£5.00");
        cashier.click("quick-1");

        cashier.waitText("change", "£0.81");
        cashier.waitText("receipt", "Pencil soft");
        cashier.waitText("sync", "Offline · 1 waiting");
        assertEquals(List.of("Pencil soft 2000", "Pen blue 1000", "Milk fresh 1000"), soldLines());
        assertEquals(Money.of("GBP", 419), till.services().sales().rung().net());

        cashier.click("next");
        cashier.waitFor("pay");
        assertFalse(cashier.isEnabled("pay"));
    }

    @Test
    void aScannerFasterThanThePeopleLosesNothing() {
        till.sells(CATALOG);
        Driver cashier = till.open();
        cashier.waitFocus("entry");

        for (int i = 0; i < 10; i++) {
            cashier.scan(PEN);
            cashier.scan(MILK);
        }
        cashier.press(SWT.F12);

        cashier.waitText("cash", "Still to pay £31.90");
    }

    @Test
    void anUnknownCodeIsExplainedAndSellingGoesOn() {
        till.sells(CATALOG);
        Driver cashier = till.open();
        cashier.waitFocus("entry");

        cashier.scan("4711");
        cashier.waitText("notice", "4711");
        cashier.type("3 * ");
        cashier.scan(PEN);

        cashier.waitCell("basket", 0, QUANTITY, "3");
        assertFalse(cashier.isShown("notice"));
        cashier.press(SWT.F8);
        cashier.waitUntil(() -> "the line is still there", () -> !cashier.isShown("basket"));
    }

    @Test
    void theFirstCatalogsArrivalIsShownAsItGoes() {
        till.sells(CATALOG);
        Line line = new Line(till.services().terminal());
        line.loads(65_000, 150_000);
        till.isOn(line);
        Driver cashier = till.open();

        cashier.waitText("sync", "Loading the catalog 43 %");
        line.is(SyncStatus.Line.REFUSED);
        cashier.waitText("sync", "The cloud refuses this till");
    }

    @Test
    void whatIsPaintedInPartsLooksLikeWhatIsPaintedWhole() {
        till.sells(CATALOG);
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(PEN);
        cashier.scan(PENCIL);
        cashier.scan(MILK);
        cashier.waitRows("basket", 3);
        cashier.clickCell("basket", 1, PLUS);
        cashier.waitCell("basket", 1, QUANTITY, "2");
        cashier.clickCell("basket", 2, NAME);
        cashier.press(SWT.F8);
        cashier.waitRows("basket", 2);

        byte[] inParts = cashier.pixels("basket");
        Control basket = cashier.waitFor("basket");
        cashier.ui(() -> {
            basket.redraw();
            return true;
        });

        assertArrayEquals(cashier.pixels("basket"), inParts);
    }

    @Test
    void theCaretIsSeenWhereItIsAndAWindowAtRestPaintsNothing() {
        till.sells(CATALOG);
        till.isOn(new Line(till.services().terminal()));
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.waitText("sync", "Online");
        cashier.type("pe");
        cashier.waitRows("results", 2);
        byte[] behind = cashier.pixels("entry");
        cashier.press(SWT.ARROW_LEFT);

        assertFalse(Arrays.equals(behind, cashier.pixels("entry")), "the caret is not seen to move");
        assertEquals(0, cashier.paints("sync"));
        assertEquals(0, cashier.paints("entry"));
    }

    private List<String> soldLines() {
        Receipt receipt = till.services().sales().latest(1).get(0);
        return receipt.sale().lines().stream()
                .map((SaleLine line) -> line.name() + " " + line.quantityMilli())
                .toList();
    }
}
