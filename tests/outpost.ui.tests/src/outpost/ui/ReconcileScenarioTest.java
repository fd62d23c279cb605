package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.catalog.CatalogEdits;
import outpost.catalog.ProductDraft;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.EventType;
import outpost.protocol.ProductField;
import outpost.sales.JournalLine;
import outpost.sales.TillJournal;
import outpost.values.Money;

/** A branch manager behind the PIN: who may come in, conflicts, changes of products, lanes. */
class ReconcileScenarioTest {
    private static final String PEN = "4006381333931";
    private static final String CUP = "4006381333948";
    private static final int TOTAL = 4;

    @RegisterExtension
    final Till till = new Till();

    @Test
    @Tag("A-551")
    void onlyAManagersPinOpensItAndItClosesBehindThem() {
        till.sells(Corner.withStaff());
        till.isOn(new Line(till.services().terminal()));
        Driver cashier = till.open();
        cashier.click("user-ann");
        cashier.waitFor("pin");
        cashier.type(Corner.CASHIER_PIN);
        cashier.press(SWT.CR);
        cashier.waitFocus("entry");

        cashier.click("sync");
        cashier.waitText("question", "A manager’s PIN");
        assertFalse(cashier.isShown("state"));
        till.picture("reconcile-door");
        cashier.waitFocus("pin");
        cashier.type("9999");
        cashier.press(SWT.CR);
        cashier.waitText("pin-problem", "That is not the PIN");
        cashier.waitFocus("pin");
        cashier.type(Corner.MANAGER_PIN);
        cashier.press(SWT.CR);
        cashier.waitText("state", "Waiting");

        cashier.press(SWT.F2);
        cashier.waitFocus("entry");
        cashier.click("sync");
        cashier.waitText("question", "A manager’s PIN");
        JournalLine opened = journal("supervision");
        assertEquals("RECONCILE", opened.subject());
        assertTrue(opened.field("approvedBy").isPresent());
    }

    @Test
    @Tag("A-552")
    void conflictsAreSeenSideBySideAndDecidedOneByOneOrManyAtOnce() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199), Rows.product(CUP, 4, "Cup white", 500));
        till.isOn(new Line(till.services().terminal()));
        Neighbour neighbour = new Neighbour(till.services());
        price(PEN, 189);
        neighbour.changesPrice(PEN, 3, 175);
        price(CUP, 450);
        neighbour.changesPrice(CUP, 4, 475);
        Driver manager = till.open();
        manager.click("sync");
        manager.waitText("state", "Conflict");
        manager.waitText("health-conflicts", "2");
        manager.click("reconcile-conflicts");

        manager.waitRows("conflicts", 2);
        manager.waitText("mine", "£1.89");
        manager.waitText("mine", "This till");
        manager.waitText("theirs", "£1.75");
        manager.waitText("theirs", "Ben");
        manager.waitText("conflict-help", "Price: £1.75");
        till.picture("conflicts");
        manager.press(SWT.F8);
        manager.waitFocus("figure");
        manager.type("180");
        manager.press(SWT.CR);
        manager.waitRows("conflicts", 1);
        manager.waitText("reconcile-notice", "Pen blue · £1.80");

        manager.press(SWT.F10);
        manager.waitText("conflict-help", "1 marked");
        manager.press(SWT.F7);
        manager.waitFor("no-conflicts");

        assertEquals(
                Money.of("GBP", 180),
                till.services().catalog().find(PEN).orElseThrow().price());
        assertEquals(
                Money.of("GBP", 475),
                till.services().catalog().find(CUP).orElseThrow().price());
        assertEquals(Optional.of("Cup white"), journal("conflict_decided").field("name"));
        assertEquals(4L, till.services().outbox().countsByType(waiting()).get(EventType.PRODUCT_EDIT));
    }

    @Test
    @Tag("A-556")
    void aProductIsChangedOfflineAndSoldByItAtOnce() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199), Rows.taxRate("low", 5, "VAT 5%", 50_000));
        Driver manager = till.open();
        manager.click("tab-3");
        manager.waitFor("state");
        manager.click("reconcile-products");
        manager.waitFocus("product-search");
        manager.scan(PEN);
        manager.waitText("product-detail", "Price: £1.99");

        manager.press(SWT.F6);
        manager.waitFocus("figure");
        manager.type("249");
        manager.press(SWT.CR);

        manager.waitText("reconcile-notice", "Pen blue: Price is £2.49 now");
        manager.waitText("product-detail", "Price: £2.49");
        manager.press(SWT.F9);
        manager.waitText("question", "Tax rate");
        manager.click("option-rate-low");
        manager.waitText("product-detail", "Tax: VAT 5%");
        till.picture("product");
        manager.press(SWT.F2);
        manager.waitFocus("entry");
        manager.scan(PEN);
        manager.waitCell("basket", 0, TOTAL, "£2.49");
        assertEquals(Optional.of("£1.99"), priceChange().field("before"));
    }

    @Test
    void theLanesAreShownWithWhatTheyHave() {
        till.sells(Rows.product(PEN, 3, "Pen blue", 199));
        till.isOn(new Line(till.services().terminal()));
        Neighbour neighbour = new Neighbour(till.services());
        neighbour.changesPrice(PEN, 3, 175);
        Driver manager = till.open();
        manager.click("sync");
        manager.waitFor("state");
        manager.click("reconcile-lanes");

        manager.waitRows("lanes", 2);
        manager.waitCell("lanes", 0, 0, "This till");
        manager.waitCell("lanes", 1, 0, "till-2");
        manager.waitCell("lanes", 1, 1, "Not reached");
        manager.press(SWT.ARROW_DOWN);
        manager.waitText("lane-detail", "pos-of-till-2");
        manager.waitText("lane-detail", "Here: 1");
        till.picture("lanes");
        manager.click("reconcile-log");
        manager.waitFor("run-detail");
        till.picture("sync-log");
    }

    private static List<State> waiting() {
        return List.of(State.PENDING);
    }

    private void price(String productId, long minor) {
        CatalogEdits edits = till.services().service(CatalogEdits.class);
        ProductDraft draft = edits.open(productId).orElseThrow();
        edits.change(
                draft,
                ProductField.with(draft.product(), Map.of(ProductField.PRICE, Optional.of(Long.toString(minor)))),
                "Ann");
    }

    private JournalLine priceChange() {
        return till.services().service(TillJournal.class).latest(50).stream()
                .filter(line -> line.kind().equals("product_change"))
                .filter(line -> line.field("field").equals(Optional.of("priceMinor")))
                .findFirst()
                .orElseThrow();
    }

    private JournalLine journal(String kind) {
        return till.services().service(TillJournal.class).latest(50).stream()
                .filter(line -> line.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
