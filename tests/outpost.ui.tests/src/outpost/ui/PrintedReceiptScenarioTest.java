package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import outpost.devices.ReceiptPrinter;
import outpost.fixtures.Rows;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;
import outpost.fixtures.paper.PaperPicture;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;

/** A sale as its customer holds it in the hand: from the cashier's keys to the bytes that the printer gets. */
class PrintedReceiptScenarioTest {
    private static final int TOTAL = 4;
    private static final int PAPER_CELLS = 48;
    private static final int PAPER_DOTS = 576;
    private static final String BREAD = "2101001000926";
    private static final String TEA = "4600000000015";
    private static final String LONGJING = "6900000000014";
    private static final String NOTEBOOK = "4006381333931";

    @RegisterExtension
    final Till till = new Till();

    @TempDir
    Path folder;

    @Test
    void aSaleWithDiscountsTwoTaxRatesCardAndCashStandsOnThePaper() throws IOException {
        Path bytes = folder.resolve("paper");
        till.isSet("printer.address", bytes.toUri().toString());
        till.sells(goods());
        Driver cashier = till.open();
        cashier.waitFocus("entry");
        ring(cashier);
        pay(cashier);
        cashier.waitUntil(() -> "the receipt is not on paper", () -> isPrinted(bytes));

        List<Mark> marks = EscPosReader.marks(Files.readAllBytes(bytes));
        till.picture("receipt-printed", PaperPicture.of(marks, PAPER_DOTS));
        List<String> texts = marks.stream()
                .filter(Mark.Line.class::isInstance)
                .map(mark -> ((Mark.Line) mark).text())
                .toList();
        int first = texts.indexOf("Rye loaf, seeded, 800 g");
        assertEquals(
                List.of(
                        "Rye loaf, seeded, 800 g",
                        pair("  2 x 2.49", "4.98"),
                        pair("  Discount 10 %", "-0.50"),
                        pair("Чай чёрный крупнолистовой", "4.20"),
                        pair("Notebook A5", "3.60"),
                        pair("  Discount", "-0.60"),
                        "-".repeat(PAPER_CELLS),
                        "Total             £20.58",
                        pair("Card slip 88", "15.00"),
                        pair("Cash", "10.00"),
                        pair("Change", "4.42"),
                        "-".repeat(PAPER_CELLS),
                        pair("Tax 5 % in 17.58", "0.84"),
                        pair("Tax 20 % in 3.00", "0.50")),
                texts.subList(first, first + 14));
        // No code page of the printer has Chinese: that line is a picture.
        assertEquals(1, marks.stream().filter(Mark.Raster.class::isInstance).count(), marks::toString);
        String number = till.services().sales().latest(1).get(0).number();
        assertEquals(List.of(number), codes(marks));
    }

    /** The receipt's code, as bars or, where those would be wider than the paper, as a square. */
    private static List<String> codes(List<Mark> marks) {
        return marks.stream()
                .flatMap(mark -> mark instanceof Mark.Bars bars
                        ? Stream.of(bars.value())
                        : mark instanceof Mark.Square square ? Stream.of(square.value()) : Stream.empty())
                .toList();
    }

    private static void ring(Driver cashier) {
        cashier.type("2 * ");
        cashier.scan(BREAD);
        cashier.waitRows("basket", 1);
        cashier.press(SWT.F5);
        cashier.waitFocus("figure");
        cashier.type("10");
        discounted(cashier, 0, "£4.48");
        cashier.scan(TEA);
        cashier.scan(LONGJING);
        cashier.scan(NOTEBOOK);
        cashier.waitRows("basket", 4);
        cashier.press(SWT.F5);
        cashier.waitFocus("figure");
        cashier.press(SWT.F6);
        cashier.type("60");
        discounted(cashier, 3, "£3.00");
    }

    private static void discounted(Driver cashier, int row, String total) {
        cashier.press(SWT.CR);
        cashier.waitFor("option-reason-0");
        cashier.type("1");
        cashier.waitCell("basket", row, TOTAL, total);
        cashier.waitFocus("entry");
    }

    private static void pay(Driver cashier) {
        cashier.press(SWT.F12);
        cashier.waitFocus("cash");
        cashier.type("1500");
        cashier.click("tender-card");
        cashier.waitFocus("words");
        cashier.type("slip 88");
        cashier.press(SWT.CR);
        cashier.waitRows("tenders", 1);
        cashier.type("1000");
        cashier.press(SWT.CR);
        cashier.waitFor("receipt");
    }

    private boolean isPrinted(Path bytes) {
        try {
            return Files.exists(bytes)
                    && Files.size(bytes) > 0
                    && till.services().service(ReceiptPrinter.class).waiting().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entity[] goods() {
        return new Entity[] {
            Rows.taxRate("reduced", 3, "VAT 5%", 50_000),
            Rows.setting("receipt.header", 3, "Corner shop\nOpen every day from 7 to 22"),
            Rows.setting("receipt.footer", 3, "Thank you. Goods may be returned within 14 days with this receipt."),
            food(BREAD, "Rye loaf, seeded, 800 g", 249),
            food(TEA, "Чай чёрный крупнолистовой", 420),
            food(LONGJING, "龙井茶叶 100 g", 890),
            Rows.product(NOTEBOOK, 3, "Notebook A5", 360)
        };
    }

    private static Entity food(String code, String name, long priceMinor) {
        ProductBody body =
                new ProductBody(name, List.of(code), priceMinor, false, Optional.of("reduced"), Optional.empty());
        return new Entity(Entity.PRODUCT, code, 3, Optional.of(Json.write(body)));
    }

    private static String pair(String left, String right) {
        return left + " ".repeat(PAPER_CELLS - left.length() - right.length()) + right;
    }
}
