package outpost.replay.internal.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.SWT;
import outpost.protocol.SaleLine;
import outpost.replay.internal.ReplayException;
import outpost.sales.Receipt;
import outpost.sales.Sales;

/** One customer at the Sell perspective, from the first scan to the receipt, by the keys that a cashier uses. */
final class Ticket {
    private static final String ENTRY = "entry";
    private static final String CASH = "cash";
    private static final String QUESTION = "question";
    private static final String FIRST_REASON = "option-reason-0";
    private static final int PAY = SWT.F12;
    private static final int EXACT_AMOUNT = SWT.F5;
    private static final long GLANCE_MILLIS = 20;
    private static final int GLANCES = 1_000;
    private static final int LATEST = 100;

    private final Keyboard keyboard;
    private final Sales sales;

    Ticket(Keyboard keyboard, Sales sales) {
        this.keyboard = keyboard;
        this.sales = sales;
    }

    /**
     * Goods over the counter against cash to the unit.
     *
     * @param scans codes, or how many and the code as it is typed: {@code 3*CODE}
     */
    Receipt sell(JsonNode scans) throws InterruptedException {
        String before = latest();
        for (JsonNode scan : scans) {
            String text = scan.asText();
            int typed = text.indexOf('*') + 1;
            // Fingers type how many, and take longer than the scanner.
            for (char character : text.substring(0, typed).toCharArray()) {
                keyboard.type(ENTRY, character);
            }
            keyboard.scan(ENTRY, text.substring(typed));
        }
        keyboard.press(ENTRY, PAY);
        keyboard.await(CASH);
        keyboard.press(CASH, EXACT_AMOUNT);
        return receiptAfter(before);
    }

    /** Brings one of each back, by the code of the receipt with which it was sold. */
    Receipt takeBack(JsonNode codes) throws InterruptedException {
        String before = latest();
        for (JsonNode code : codes) {
            Receipt sold = lastSaleOf(code.asText());
            keyboard.scan(ENTRY, sold.number());
            keyboard.await(QUESTION);
            for (int above = place(sold, code.asText()); above > 0; above--) {
                keyboard.press(QUESTION, SWT.ARROW_DOWN);
            }
            keyboard.type(QUESTION, '+');
            keyboard.press(QUESTION, SWT.CR);
            keyboard.await(FIRST_REASON);
            keyboard.type(FIRST_REASON, '1');
        }
        keyboard.press(ENTRY, PAY);
        keyboard.await(CASH);
        keyboard.press(CASH, SWT.CR);
        return receiptAfter(before);
    }

    private Receipt lastSaleOf(String code) {
        return sales.latest(LATEST).stream()
                .filter(receipt -> receipt.kind() == Sales.Kind.SALE && place(receipt, code) >= 0)
                .findFirst()
                .orElseThrow(() -> new ReplayException(code + " comes back, but was not sold lately"));
    }

    /** Its line's place on the receipt, from 0; -1 if it is not there. */
    private static int place(Receipt receipt, String code) {
        List<String> codes = receipt.sale().lines().stream().map(SaleLine::code).toList();
        return codes.indexOf(code);
    }

    private Receipt receiptAfter(String before) throws InterruptedException {
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
