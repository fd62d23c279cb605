package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.values.TerminalId;

/** The disk has spoilt the database overnight. */
class DamageScenarioTest {
    @RegisterExtension
    final Till till = new Till();

    @Test
    @Tag("A-119")
    void theCashierReadsOnceWhatHasHappenedAndTheTillIsTheSameAsBefore() {
        till.sells();
        till.losesTheStartOfItsDatabase();

        Driver cashier = till.open();

        cashier.waitText("damage", "database was damaged");
        cashier.waitText(
                "damage",
                till.services().store().directory().resolve("damaged/1").toString());
        till.picture("damaged-database");
        cashier.waitFocus("overlay");
        cashier.press(SWT.CR);
        cashier.waitText("shop", "Main street");
        assertEquals(
                new TerminalId("till-1"),
                till.services().terminal().identity().orElseThrow().enrolment().terminalId());
        cashier.waitUntil(() -> "that it was read is not kept", till::hasKeptThatTheDamageWasRead);

        Driver next = till.reopen();

        next.waitText("shop", "Main street");
        assertFalse(next.isShown("damage"));
    }
}
