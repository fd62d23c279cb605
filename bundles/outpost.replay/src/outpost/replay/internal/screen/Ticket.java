package outpost.replay.internal.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.SWT;
import outpost.replay.internal.ReplayException;
import outpost.sales.Receipt;
import outpost.sales.Sales;

/** One customer at the Sell perspective, from the first scan to the receipt, by the keys that a cashier uses. */
final class Ticket {
    private static final String ENTRY = "entry";
    private static final String CASH = "cash";
    private static final int PAY = SWT.F12;
    private static final int RETURN = SWT.F6;
    private static final int EXACT_AMOUNT = SWT.F5;
    private static final long GLANCE_MILLIS = 20;
    private static final int GLANCES = 1_000;

    private final Keyboard keyboard;
    private final Sales sales;

    Ticket(Keyboard keyboard, Sales sales) {
        this.keyboard = keyboard;
        this.sales = sales;
    }

    /**
     * @param scans codes, or how many and the code as it is typed: {@code 3*CODE}
     * @param comesBack whether each line is a return
     */
    Receipt sell(JsonNode scans, boolean comesBack) throws InterruptedException {
        String before = latest();
        for (JsonNode scan : scans) {
            keyboard.scan(ENTRY, scan.asText());
            if (comesBack) {
                keyboard.press(ENTRY, RETURN);
            }
        }
        keyboard.press(ENTRY, PAY);
        keyboard.await(CASH);
        keyboard.press(CASH, EXACT_AMOUNT);
        for (int glance = 0; glance < GLANCES; glance++) {
            if (!latest().equals(before)) {
                return sales.latest(1).get(0);
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        throw new ReplayException("the ticket was typed in, but no receipt came of it");
    }

    private String latest() {
        List<Receipt> newest = sales.latest(1);
        return newest.isEmpty() ? "" : newest.get(0).number();
    }
}
