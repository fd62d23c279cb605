package outpost.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class ReceiptTextTest {
    private static final TaxRate STANDARD = new TaxRate("standard", "VAT 20%", 200_000);

    private final Basket basket = new Basket(Currency.getInstance("GBP"));

    @Test
    void showsEverythingThatTheCustomerMustSee() {
        basket.addOpen("1", "Green tea", Quantity.of(2), Money.of("GBP", 120), STANDARD);
        basket.addOpen("2", "Cup", Quantity.ONE, Money.of("GBP", 400), STANDARD);
        basket.addOpen("3", "Apples", Quantity.parse("1.25"), Money.of("GBP", 299), TaxRate.NONE);

        assertEquals(
                List.of(
                        "           The Tea Shop",
                        "          Main street 1",
                        "----------------------------------",
                        "Receipt till-1-AB12CD34-000007",
                        "2026-01-31 10:15               Kim",
                        "----------------------------------",
                        "Green tea",
                        "  2 x 1.20                    2.40",
                        "Cup                           4.00",
                        "Apples",
                        "  1.25 x 2.99                 3.74",
                        "----------------------------------",
                        "TOTAL GBP                    10.14",
                        "Paid, cash                   20.00",
                        "Change                        9.86",
                        "----------------------------------",
                        "Tax 0% in 3.74                0.00",
                        "Tax 20% in 6.40               1.07",
                        "----------------------------------",
                        "            Thank you"),
                new ReceiptText(List.of("The Tea Shop", "Main street 1"), List.of("Thank you"), 34)
                        .lines(receipt(Sales.Kind.SALE, 2_000)));
    }

    @Test
    void aRefundSaysWhatWasPaidOut() {
        basket.addOpen("1", "Cup", Quantity.of(-1), Money.of("GBP", 400), TaxRate.NONE);

        List<String> lines = new ReceiptText(List.of(), List.of(), 34).lines(receipt(Sales.Kind.REFUND, -400));

        assertTrue(lines.contains("Refund till-1-AB12CD34-000007"), lines.toString());
        assertTrue(lines.contains("  -1 x 4.00                  -4.00"), lines.toString());
        assertTrue(lines.contains("TOTAL GBP                    -4.00"), lines.toString());
        assertTrue(lines.contains("Paid out, cash                4.00"), lines.toString());
        assertTrue(
                lines.stream().noneMatch(line -> line.startsWith("Change") || line.startsWith("Tax")),
                lines.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 42, 80})
    void noLineIsWiderThanThePaperAndNothingIsLost(int width) {
        String name = "Ein sehr langer Name mit Leerzeichen und" + "einemWortDasFuerSichAlleinBreiterIst".repeat(3)
                + " 🫖🫖🫖";
        basket.addOpen("1", name, Quantity.ONE, Money.of("GBP", 1_234_567_890_123L), STANDARD);

        List<String> lines = new ReceiptText(List.of(name), List.of(name), width)
                .lines(receipt(Sales.Kind.SALE, 1_234_567_890_123L));

        lines.forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= width, line));
        String squeezed = String.join("", lines).replace(" ", "");
        assertEquals(4, squeezed.split(name.replace(" ", ""), -1).length, "the name stands in header, line and footer");
        assertTrue(squeezed.contains("12345678901.23"), squeezed);
    }

    @Test
    void whatWouldCommandAPrinterIsOnlyText() {
        basket.addOpen("1", "Tea\u001b@\u0007\nfor two", Quantity.ONE, Money.of("GBP", 1), TaxRate.NONE);

        List<String> lines = new ReceiptText(List.of("a\tb"), List.of(), 34).lines(receipt(Sales.Kind.SALE, 1));

        assertTrue(lines.stream().allMatch(line -> line.chars().noneMatch(Character::isISOControl)), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("Tea @  for two")), lines.toString());
    }

    @Test
    void paperThatIsTooNarrowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ReceiptText(List.of(), List.of(), 23));
    }

    private Receipt receipt(Sales.Kind kind, long handedMinor) {
        long total = basket.total().minor();
        SalePayload sale = new SalePayload(
                new UUID(1, 2),
                "till-1-AB12CD34-000007",
                Optional.empty(),
                "GBP",
                "Kim",
                basket.saleLines(),
                basket.taxes(),
                List.of(new SaleTender(SaleTender.CASH, total, handedMinor, handedMinor - total)),
                total);
        return new Receipt(kind, ZonedDateTime.parse("2026-01-31T10:15:30.123+01:00[Europe/Berlin]"), sale);
    }
}
