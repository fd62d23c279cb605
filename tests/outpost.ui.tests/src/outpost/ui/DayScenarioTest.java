package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.UserBody;
import outpost.sales.Shifts;
import outpost.sales.Staff;
import outpost.sales.User;

/** A cashier's day: coming, opening the drawer's shift, moving cash, reports, receipts, going. */
class DayScenarioTest {
    private static final String PEN = "4006381333931";
    private static final int NAME = 0;
    private static final int AMOUNT = 1;

    @RegisterExtension
    final Till till = new Till();

    @Test
    void theTillOpensToNameAndPinOnlyAndLocks() {
        till.sells(
                pen(),
                Rows.user("ann", 5, "Ann", UserBody.CASHIER, "1111"),
                Rows.user("max", 5, "Max", UserBody.MANAGER, "2468"));
        Driver cashier = till.open();

        cashier.waitText("login-title", "Who is at the till?");
        assertFalse(cashier.isShown("tab-0"));
        cashier.press(SWT.F2);
        cashier.click("user-ann");
        cashier.waitText("pin", "PIN of Ann");
        cashier.type("1234");
        cashier.waitText("pin", "●●●●");
        cashier.press(SWT.CR);
        cashier.waitText("pin", "That is not the PIN");
        for (int i = 0; i < 4; i++) {
            cashier.click("key-1");
        }
        cashier.waitText("pin", "●●●●");
        cashier.click("log-in");

        cashier.waitText("cashier", "Ann");
        cashier.waitFocus("entry");
        cashier.scan(PEN);
        cashier.waitRows("basket", 1);

        cashier.click("cashier");
        cashier.waitText("login-title", "Locked by Ann");
        assertFalse(cashier.isShown("basket"));
        assertEquals(Optional.empty(), staff().present());
        cashier.type("1111");
        cashier.press(SWT.CR);

        cashier.waitFocus("entry");
        cashier.waitRows("basket", 1);
        assertEquals(Optional.of("Ann"), staff().present().map(User::name));
    }

    @Test
    void aShiftFromItsFloatToItsZReport() {
        till.sells(pen(), Rows.setting("reasons.cash", 4, "Change from the bank"));
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.press(SWT.F3);

        cashier.waitText("no-shift", "No shift is open");
        cashier.press(SWT.F12);
        cashier.waitText("figure", "£0.00");
        cashier.type("10000");
        cashier.press(SWT.CR);
        cashier.waitText("shift-line", "float £100.00");

        cashier.press(SWT.F6);
        cashier.waitText("figure", "£0.00");
        cashier.type("2500");
        cashier.press(SWT.CR);
        cashier.click("option-reason-0");
        cashier.waitCell("movements", 0, AMOUNT, "£25.00");
        cashier.waitCell("movements", 0, NAME, "Change from the bank");
        cashier.click("cash-out");
        cashier.waitText("figure", "£0.00");
        cashier.type("1000");
        cashier.click("answer");
        cashier.click("option-reason-0");
        cashier.waitCell("movements", 1, AMOUNT, "-£10.00");

        cashier.press(SWT.F8);
        cashier.waitText("report", "X report 1");
        assertFalse(cashier.text("report").contains("Expected"), cashier.text("report"));
        cashier.press(SWT.CR);

        cashier.waitFor("close-shift");
        cashier.press(SWT.F12);
        cashier.waitFocus("count");
        cashier.type("2");
        cashier.waitText("counted", "£100.00");
        cashier.press(SWT.F12);
        cashier.waitText("report", "Z report 1");
        cashier.waitText("report-figure", "-£15.00");
        assertTrue(cashier.text("report").contains("115.00"), cashier.text("report"));
        cashier.press(SWT.CR);

        cashier.waitText("no-shift", "No shift is open");
        cashier.waitRows("closed-shifts", 1);
        assertTrue(till.services().service(Shifts.class).current().isEmpty());
        cashier.clickCell("closed-shifts", 0, NAME);
        cashier.waitText("report", "Z report 1");
    }

    @Test
    void aReceiptIsFoundSeenAndPrintedAgain() {
        till.sells(pen());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(PEN);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.type("100");
        cashier.press(SWT.CR);
        cashier.waitText("receipt", "Pen blue");

        cashier.press(SWT.F3);
        cashier.press(SWT.F5);
        cashier.waitRows("receipts", 1);
        cashier.waitFocus("receipt-search");
        cashier.waitText("receipt-copy", "Pen blue");
        cashier.type("no such");
        cashier.waitText("no-receipts", "No receipts");
        for (int i = 0; i < 7; i++) {
            cashier.press(SWT.BS);
        }
        cashier.waitText("receipt-copy", "Pen blue");
        cashier.press(SWT.F6);
        cashier.waitText("day-notice", cashier.cell("receipts", 0, NAME));
    }

    @Test
    void theJournalTellsWhatHappenedAndThatItIsWhole() {
        till.sells(pen());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(PEN);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F9);
        cashier.waitFocus("figure");
        cashier.type("90");
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        cashier.type("1");
        cashier.waitText("pay", "£0.90");
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.F5);
        cashier.waitText("receipt", "Pen blue");

        cashier.press(SWT.F3);
        cashier.waitFor("train");
        cashier.press(SWT.F10);
        cashier.waitRows("journal", 2);
        cashier.waitFocus("journal-search");
        cashier.waitUntil(() -> "no sale in " + cashier.cell("journal", 0, NAME), () -> cashier.cell("journal", 0, NAME)
                .startsWith("Sale"));
        cashier.waitCell("journal", 0, AMOUNT, "£0.90");
        cashier.type("price tag");
        cashier.waitRows("journal", 1);
        cashier.waitCell("journal", 0, NAME, "Price changed  ·  Pen blue");
        cashier.press(SWT.F6);
        cashier.waitText("journal-verdict", "The journal is whole");
        till.picture("journal");
    }

    @Test
    void languageThemeAndSizeOfTextChangeAtOnceAndTheBasketStays() {
        till.sells(pen());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(PEN);
        cashier.waitRows("basket", 1);

        cashier.press(SWT.F1);
        cashier.click("language-de");
        cashier.waitText("settings-done", "Fertig");
        cashier.click("theme-dark");
        cashier.click("text-115");
        cashier.press(SWT.CR);
        cashier.waitUntil(() -> "the settings stay open", () -> !cashier.isShown("settings-done"));

        cashier.waitText("tab-0", "Verkauf");
        cashier.waitText("sync", "Offline");
        cashier.waitRows("basket", 1);
        cashier.waitText("pay", "1,00");
        cashier.press(SWT.F3);
        cashier.waitText("no-shift", "Keine Schicht ist offen");
    }

    private Staff staff() {
        return till.services().service(Staff.class);
    }

    private static Entity pen() {
        return Rows.product(PEN, 3, "Pen blue", 100);
    }
}
