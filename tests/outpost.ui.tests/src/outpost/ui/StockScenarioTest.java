package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.fixtures.Rows;
import outpost.inventory.Inventory;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.sales.TillJournal;
import outpost.values.Quantity;

/** Deliveries, counts and waste at a till, and what other lanes say of the same goods. */
class StockScenarioTest {
    private static final String PEN = "4006381333931";
    private static final String CUP = "4006381333948";
    private static final String TEA = "4006381333955";

    @RegisterExtension
    final Till till = new Till();

    @Test
    @Tag("A-557")
    void goodsComeInAreCountedBlindAndWrittenOff() {
        till.sells(
                Rows.product(PEN, 3, "Pen blue", 199),
                Rows.product(CUP, 4, "Cup white", 500),
                Rows.product(TEA, 5, "Tea green", 350));
        Driver manager = till.open();
        manager.waitFocus("entry");
        manager.click("tab-2");
        manager.waitFor("stock-title");
        manager.click("stock-receive");
        manager.waitFocus("receive-entry");
        manager.scan(PEN);
        manager.waitRows("receive-lines", 1);
        manager.scan(PEN);
        manager.waitCell("receive-lines", 0, 1, "2");
        manager.type("*24");
        manager.press(SWT.CR);
        manager.waitCell("receive-lines", 0, 1, "24");
        manager.type("cup");
        manager.waitRows("receive-found", 1);
        manager.press(SWT.CR);
        manager.waitCell("receive-lines", 1, 0, "Cup white");
        manager.click("key-6");
        manager.waitCell("receive-lines", 1, 1, "6");
        till.picture("stock-receive");
        manager.press(SWT.F12);
        manager.waitFocus("words");
        manager.type("LS-7");
        manager.press(SWT.CR);
        manager.waitText("stock-notice", "2 lines posted");
        assertEquals(Quantity.of(24), level(PEN));
        assertEquals(Quantity.of(6), level(CUP));

        manager.click("stock-count");
        manager.waitFocus("count-entry");
        manager.scan(PEN);
        manager.waitRows("count-lines", 1);
        manager.click("key-2");
        manager.click("key-0");
        manager.waitCell("count-lines", 0, 1, "20");
        manager.press(SWT.F12);
        manager.waitCell("count-differences", 0, 1, "−4");
        till.picture("stock-differences");
        assertEquals(Quantity.of(24), level(PEN));
        manager.press(SWT.F12);
        manager.waitText("stock-notice", "1 line posted");
        assertEquals(Quantity.of(20), level(PEN));

        manager.click("stock-waste");
        manager.waitFocus("waste-entry");
        manager.scan(CUP);
        manager.waitRows("waste-lines", 1);
        manager.press(SWT.F12);
        manager.waitFor("option-reason-0");
        till.picture("stock-why");
        manager.type("1");
        manager.waitText("stock-notice", "1 line posted");
        assertEquals(Quantity.of(5), level(CUP));

        manager.click("stock-correct");
        manager.waitFocus("correct-entry");
        manager.scan(TEA);
        manager.waitRows("correct-lines", 1);
        manager.press(SWT.F6);
        manager.waitCell("correct-lines", 0, 1, "−1");
        manager.press(SWT.F6);
        manager.press(SWT.F12);
        manager.waitFor("option-reason-0");
        manager.type("3");
        manager.waitText("stock-notice", "1 line posted");
        assertEquals(Quantity.of(1), level(TEA));
        assertEquals(
                List.of("stock_correction", "stock_waste", "stock_count", "stock_receipt"),
                till.services().service(TillJournal.class).latest(50).stream()
                        .map(line -> line.kind())
                        .filter(kind -> kind.startsWith("stock_"))
                        .toList());
    }

    @Test
    void whatRunsLowAndWhatMovedIsSeenAlsoWhatAnotherLaneSays() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199), Rows.product(CUP, 4, "Cup white", 500));
        Inventory inventory = till.services().service(Inventory.class);
        inventory.enter(
                "Ann", Optional.of("LS-1"), List.of(new StockPayload.Line(PEN, StockKind.RECEIPT, Quantity.of(3))));
        inventory.enter(
                "Ann", Optional.of("LS-2"), List.of(new StockPayload.Line(CUP, StockKind.RECEIPT, Quantity.of(9))));
        Driver manager = till.open();
        manager.waitFocus("entry");
        manager.click("tab-2");
        manager.waitText("stock-title", "at most 5");
        manager.waitRows("levels", 1);
        manager.waitCell("levels", 0, 0, "Pen blue");

        new Neighbour(till.services())
                .moves(new StockPayload(
                        new UUID(0, 9),
                        "Ben",
                        Optional.empty(),
                        List.of(new StockPayload.Line(
                                CUP,
                                StockKind.WASTE,
                                Quantity.of(7).negated().milli(),
                                Optional.of("Broken"),
                                Optional.empty()))));

        manager.waitRows("levels", 2);
        manager.waitCell("levels", 0, 0, "Cup white");
        manager.waitCell("levels", 0, 1, "2");
        manager.waitFocus("stock-search");
        manager.press(SWT.ARROW_UP);
        manager.waitRows("movements", 2);
        manager.waitCell("movements", 0, 0, "Waste  ·  Ben");
        manager.waitCell("movements", 0, 1, "−7");
        till.picture("stock-levels");
    }

    private Quantity level(String productId) {
        return till.services()
                .service(Inventory.class)
                .levels(List.of(productId))
                .get(productId)
                .quantity();
    }
}
