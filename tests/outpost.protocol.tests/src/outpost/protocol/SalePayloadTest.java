package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SalePayloadTest {
    private final SaleBuilder sale =
            new SaleBuilder().line(2_000, 120, 200_000).line(1_250, 299, 0).line(-1_000, 50, 200_000);

    @Test
    void taxesComeFromTheSumOfEachRatesLines() {
        List<SaleTax> taxes = sale.build().taxes();

        assertEquals(List.of(new SaleTax("rate0", 0, 374, 0), new SaleTax("rate200000", 200_000, 190, 32)), taxes);
    }

    @Test
    void isTheSameAfterItTravelled() {
        SalePayload sent = sale.build();

        assertEquals(sent, Json.read(Json.write(sent), SalePayload.class));
    }

    @Test
    void aTotalThatTheLinesDoNotMakeIsRefused() {
        List<SaleTax> taxes = SaleTax.of("GBP", sale.lines());
        long wrong = sale.total() + 1;

        String message = refusal(() -> sale.build(sale.lines(), taxes, List.of(SaleBuilder.cash(wrong)), wrong));

        assertTrue(message.contains("totalMinor"), message);
    }

    @Test
    void tendersThatDoNotPayTheTotalAreRefused() {
        List<SaleTax> taxes = SaleTax.of("GBP", sale.lines());

        refusal(() -> sale.build(sale.lines(), taxes, List.of(SaleBuilder.cash(sale.total() - 1)), sale.total()));
        refusal(() -> sale.build(sale.lines(), taxes, List.of(), sale.total()));
    }

    @Test
    void taxesThatDoNotFollowFromTheLinesAreRefused() {
        refusal(() -> sale.build(sale.lines(), List.of(), List.of(SaleBuilder.cash(sale.total())), sale.total()));
    }

    @Test
    void linesAreNumberedFromOneWithoutGap() {
        List<SaleLine> swapped = new ArrayList<>(sale.lines());
        swapped.add(0, swapped.remove(1));

        String message = refusal(() ->
                sale.build(swapped, SaleTax.of("GBP", swapped), List.of(SaleBuilder.cash(sale.total())), sale.total()));

        assertTrue(message.contains("lineNo"), message);
    }

    @Test
    void aSaleHasLines() {
        refusal(() -> sale.build(List.of(), List.of(), List.of(), 0));
    }

    @Test
    void linesWhoseSumOverflowsAreRefused() {
        SaleBuilder huge = new SaleBuilder().line(1_000, Long.MAX_VALUE, 0).line(1_000, 1, 0);

        assertThrows(ArithmeticException.class, () -> huge.build(huge.lines(), List.of(), List.of(), 0));
    }

    @Test
    void anUnknownCurrencyIsRefused() {
        refusal(() -> sale.currency("ZZZ").build());
    }

    @Test
    void aLineMultipliesOut() {
        refusal(() -> new SaleLine(1, Optional.empty(), "c", "n", 1_000, 100, 101, "none", 0));
        refusal(() -> new SaleLine(1, Optional.empty(), "c", "n", 0, 100, 0, "none", 0));
        refusal(() -> new SaleLine(1, Optional.empty(), "c", "n", 1_000, -1, -1, "none", 0));
        refusal(() -> new SaleLine(1, Optional.empty(), "", "n", 1_000, 100, 100, "none", 0));
        refusal(() -> new SaleLine(1, Optional.empty(), "c", "n", 1_000, 100, 100, "none", 1_000_001));
    }

    @Test
    void changeIsWhatWasTenderedOverTheAmount() {
        refusal(() -> new SaleTender(SaleTender.CASH, 100, 90, -10));
        refusal(() -> new SaleTender(SaleTender.CASH, 100, 200, 99));
        assertEquals(100, new SaleTender(SaleTender.CASH, 100, 200, 100).changeMinor());
    }

    private static String refusal(org.junit.jupiter.api.function.Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }
}
