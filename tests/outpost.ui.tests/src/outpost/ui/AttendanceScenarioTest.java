package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Entity;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.sales.Staff;
import outpost.values.Money;

/** Who is at the till, for whom, and what the till says of itself meanwhile: locked, in training, out of paper; and what the customer sees. */
class AttendanceScenarioTest {
    private static final int TOTAL = 4;

    @RegisterExtension
    final Till till = new Till();

    @Test
    void aTillThatNobodyTouchesLocksAndKeepsItsTicket() {
        till.sells(shop(Rows.setting("lock.idle.seconds", 4, "3")));
        Driver cashier = logIn();
        cashier.scan(Corner.BREAD);
        cashier.waitRows("basket", 1);

        cashier.waitText("login-title", "Locked by Ann");
        till.picture("locked");
        assertFalse(cashier.isShown("basket"));
        assertTrue(till.services().service(Staff.class).present().isEmpty());
        cashier.type(Corner.CASHIER_PIN);
        cashier.press(SWT.CR);

        cashier.waitFocus("entry");
        cashier.waitCell("basket", 0, 0, "Bread, sliced");
    }

    @Test
    void trainingIsMarkedEverywhereAndNeverCounts() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        assertFalse(cashier.isShown("training"));
        cashier.press(SWT.F3);
        cashier.waitFor("train");
        cashier.press(SWT.F11);
        cashier.waitText("training", "TRAINING");
        cashier.press(SWT.F2);
        cashier.waitFocus("entry");

        sell(cashier, Corner.BREAD);
        cashier.waitText("receipt", "TRAINING");
        till.picture("training");
        assertTrue(cashier.isShown("training"));
        assertEquals(0, till.services().sales().rung().sales());
        assertEquals(List.of(true), trainingOfWhatLeaves());

        cashier.press(SWT.F3);
        cashier.waitFor("train");
        cashier.press(SWT.F11);
        cashier.waitUntil(() -> "the mark of training stays", () -> !cashier.isShown("training"));
        cashier.press(SWT.F2);
        cashier.waitFocus("entry");
        sell(cashier, Corner.MILK);
        cashier.waitText("receipt", "Milk fresh");
        assertFalse(cashier.text("receipt").contains("TRAINING"));
        assertEquals(Money.of("GBP", 120), till.services().sales().rung().net());
        assertEquals(List.of(true, false), trainingOfWhatLeaves());
    }

    @Test
    void theCustomerSeesLinesTotalAndChangeInAWindowOfTheirOwn() {
        till.isSet("display.screen", "window");
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitText("customer-words", "Welcome");
        cashier.waitFocus("entry");

        cashier.scan(Corner.BREAD);
        cashier.waitRows("customer-lines", 1);
        cashier.scan(Corner.MILK);
        cashier.waitCell("customer-lines", 1, 0, "Milk fresh");
        cashier.waitText("customer-total", "£2.70");
        till.picture("customer-window");
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.type("500");
        cashier.press(SWT.CR);

        cashier.waitText("customer-words", "Change £2.30");
        till.picture("customer-thanks");
        cashier.waitFor("receipt");
    }

    @Test
    void aDiscountBeyondTheCashiersLimitNeedsTheManagersPin() {
        till.sells(shop());
        Driver cashier = logIn();
        cashier.scan(Corner.COFFEE);
        cashier.waitRows("basket", 1);

        cashier.press(SWT.F5);
        cashier.waitFocus("figure");
        cashier.type("20");
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        cashier.type("1");
        cashier.waitFocus("pin");
        till.picture("discount-pin");
        cashier.waitCell("basket", 0, TOTAL, "£4.49");
        cashier.type(Corner.MANAGER_PIN);
        cashier.press(SWT.CR);

        cashier.waitCell("basket", 0, TOTAL, "£3.59");
        cashier.waitFocus("entry");
    }

    @Test
    void aPrinterOutOfPaperIsSaidAndTheReceiptComesWithTheNextRoll() throws IOException {
        try (PaperRoll printer = new PaperRoll()) {
            till.isSet("printer.address", printer.address());
            till.sells(Corner.goods());
            Driver cashier = till.open();
            cashier.waitFocus("entry");

            sell(cashier, Corner.BREAD);

            cashier.waitText("printer", "out of paper");
            till.picture("paper-out");
            assertEquals(0, printer.printed());
            assertEquals(1, till.services().sales().rung().sales());
            printer.load();
            cashier.waitUntil(() -> "the receipt is not printed", () -> printer.printed() == 1);
            cashier.waitUntil(() -> "the cashier is still told of the paper", () -> !cashier.isShown("printer"));
        }
    }

    private static void sell(Driver cashier, String code) {
        cashier.scan(code);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.F5);
        cashier.waitFor("receipt");
    }

    /** Of each sale that goes to the cloud, in order, whether it says that it is training. */
    private List<Boolean> trainingOfWhatLeaves() {
        return till.services().outbox().entries(List.of(OutboxEntry.State.values()), 100).stream()
                .map(OutboxEntry::event)
                .filter(event -> event.type().equals(EventType.SALE))
                .sorted(Comparator.comparingLong(Event::localEventId))
                .map(event ->
                        Json.read(event.payload(), SalePayload.class).training().orElse(false))
                .toList();
    }

    private Driver logIn() {
        Driver cashier = till.open();
        cashier.click("user-ann");
        cashier.waitFor("pin");
        cashier.type(Corner.CASHIER_PIN);
        cashier.press(SWT.CR);
        cashier.waitFocus("entry");
        return cashier;
    }

    private static Entity[] shop(Entity... settings) {
        List<Entity> rows = new ArrayList<>(Arrays.asList(Corner.withStaff()));
        rows.addAll(List.of(settings));
        return rows.toArray(Entity[]::new);
    }
}
