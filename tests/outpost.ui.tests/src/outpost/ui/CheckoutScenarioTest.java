package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import outpost.devices.PrintJob;
import outpost.devices.ReceiptPrinter;
import outpost.protocol.SaleTender;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.Money;

/** What a cashier does beside scanning and taking cash. */
class CheckoutScenarioTest {
    private static final int QUANTITY = 2;
    private static final int TOTAL = 4;

    @RegisterExtension
    final Till till = new Till();

    @Test
    void aDiscountWithinTheCashiersLimitAndAPriceByTheManagersPin() {
        till.sells(Corner.withStaff());
        Driver cashier = logIn();

        cashier.scan(Corner.BREAD);
        cashier.scan(Corner.MILK);
        cashier.waitRows("basket", 2);
        cashier.press(SWT.F5);
        cashier.waitFocus("figure");
        cashier.type("5");
        cashier.waitText("figure", "5 %");
        till.picture("discount");
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        cashier.type("1");
        cashier.waitCell("basket", 1, TOTAL, "£1.14");

        cashier.press(SWT.F9);
        cashier.waitFocus("figure");
        cashier.type("90");
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        till.picture("reason");
        cashier.type("1");
        cashier.waitFocus("pin");
        cashier.type("9999");
        cashier.press(SWT.CR);
        cashier.waitText("pin-problem", "not the PIN");
        cashier.type(Corner.MANAGER_PIN);
        till.picture("override");
        cashier.press(SWT.CR);

        // Five percent stay off the new price.
        cashier.waitCell("basket", 1, TOTAL, "£0.85");
        cashier.waitFocus("entry");
    }

    @Test
    void aTicketIsPaidByVoucherCardAndCash() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.type("4 * ");
        cashier.scan(Corner.COFFEE);
        cashier.scan(Corner.BREAD);
        cashier.waitRows("basket", 2);

        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.type("500");
        cashier.click("tender-voucher");
        cashier.waitFocus("words");
        cashier.scan("V-4711");
        cashier.waitRows("tenders", 1);
        cashier.type("1000");
        cashier.click("tender-card");
        cashier.waitFocus("words");
        cashier.type("slip 88");
        cashier.press(SWT.CR);
        cashier.waitRows("tenders", 2);
        till.picture("tenders");
        cashier.type("2000");
        cashier.press(SWT.CR);

        cashier.waitFor("receipt");
        cashier.waitText("receipt", "Voucher V-4711");
        till.picture("receipt");
        assertEquals(List.of("voucher 500", "card 1000", "cash 446"), tenders(latest()));
    }

    @Test
    void quickKeysAreTappedAndThePageIsKept() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");

        cashier.clickTile("quick-keys", "Croissant");
        cashier.clickTile("quick-keys", "Croissant");
        cashier.click("quick-tab-2");
        cashier.clickTile("quick-keys", "Coffee");

        cashier.waitCell("basket", 0, QUANTITY, "2");
        cashier.waitRows("basket", 2);
        till.picture("quick-keys");
        cashier.type("bre");
        cashier.waitRows("results", 2);
        till.picture("search");
    }

    @Test
    void aTicketIsHeldAndAnotherCustomerComesBetween() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(Corner.BREAD);
        cashier.waitRows("basket", 1);

        cashier.press(SWT.F7);
        cashier.waitFocus("words");
        cashier.type("blue coat");
        till.picture("hold");
        cashier.press(SWT.CR);
        cashier.waitText("hold", "1");
        cashier.scan(Corner.MILK);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.F5);
        cashier.waitFor("receipt");
        cashier.press(SWT.CR);
        cashier.waitFor("hold");
        cashier.press(SWT.F7);
        cashier.waitRows("found", 1);
        till.picture("held");
        cashier.press(SWT.CR);

        cashier.waitCell("basket", 0, 0, "Bread, sliced");
    }

    @Test
    void aReceiptIsRefundedInPartByItsCodeAndTheRestIsKnown() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.type("3 * ");
        cashier.scan(Corner.MILK);
        cashier.scan(Corner.BREAD);
        cashier.waitRows("basket", 2);
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.F5);
        cashier.waitFor("receipt");
        String number = latest().number();

        // The receipt is still shown: the next customer may be the one who brings something back.
        cashier.scan(number);
        cashier.waitRows("lines", 2);
        cashier.type("+");
        till.picture("refund");
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        cashier.type("1");
        cashier.waitCell("basket", 0, TOTAL, "-£1.20");
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.CR);

        cashier.waitText("change", "£1.20");
        assertEquals(Sales.Kind.REFUND, latest().kind());
        cashier.press(SWT.CR);
        cashier.waitFor("pay");
        cashier.scan(number);
        cashier.waitText("question", number);
        cashier.waitUntil(() -> "the line does not say what is left", () -> cashier.text("lines", 0)
                .contains("2 of 3"));
    }

    @Test
    void goodsComeBackWithoutAReceiptByTheManagersLeave() {
        till.sells(Corner.withStaff());
        Driver cashier = logIn();

        cashier.press(SWT.F6);
        cashier.waitFocus("find");
        cashier.scan(Corner.MILK);
        cashier.waitFor("option-reason-0");
        cashier.type("2");
        cashier.waitFocus("pin");
        cashier.type(Corner.MANAGER_PIN);
        cashier.press(SWT.CR);

        cashier.waitCell("basket", 0, TOTAL, "-£1.20");
    }

    @Test
    void wineAsksForTheAgeAndAScanDoesNotAnswer() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(Corner.WINE);
        cashier.waitText("question", "18");
        cashier.scan(Corner.MILK);
        cashier.waitText("notice", "answer the question first");
        till.picture("age");
        cashier.press(SWT.CR);

        cashier.waitFocus("entry");
        cashier.press(SWT.F12);
        cashier.waitText("cash", "£8.50");
    }

    @Test
    void aProgramThatEndsInTheMiddleOfATicketComesUpWithIt() {
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.type("2 * ");
        cashier.scan(Corner.BREAD);
        cashier.scan(Corner.MILK);
        cashier.waitRows("basket", 2);

        Driver again = till.reopen();

        again.waitCell("basket", 0, QUANTITY, "2");
        again.waitRows("basket", 2);
        again.press(SWT.F12);
        again.waitFocus("cash");
        again.press(SWT.F5);
        again.waitFor("receipt");
        assertEquals(Money.of("GBP", 420), till.services().sales().rung().net());
        assertEquals(1, till.services().sales().rung().sales());
    }

    @Test
    void aPrinterThatIsAwayIsSaidTheSaleStandsAndItsReceiptWaits() throws IOException {
        till.isSet("printer.address", "tcp://127.0.0.1:" + portOfNobody());
        till.sells(Corner.goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        cashier.scan(Corner.BREAD);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.press(SWT.F5);

        cashier.waitText("printer", "The printer does not answer");
        till.picture("printer-away");
        assertEquals(1, till.services().sales().rung().sales());
        List<String> waiting = List.of("Receipt " + latest().number());
        cashier.waitUntil(() -> "what waits is " + waitingForPaper(), () -> waitingForPaper()
                .equals(waiting));
        // And the next customer is served.
        cashier.press(SWT.CR);
        cashier.waitFor("pay");
        cashier.scan(Corner.MILK);
        cashier.waitRows("basket", 1);
    }

    private List<String> waitingForPaper() {
        return till.services().service(ReceiptPrinter.class).waiting().stream()
                .map(PrintJob::title)
                .toList();
    }

    /** A port at which nobody listens: it was free a moment ago. */
    private static int portOfNobody() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return server.getLocalPort();
        }
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

    private Receipt latest() {
        return till.services().sales().latest(1).get(0);
    }

    private static List<String> tenders(Receipt receipt) {
        return receipt.sale().tenders().stream()
                .map((SaleTender tender) -> tender.type() + " " + tender.amountMinor())
                .toList();
    }
}
