package outpost.values.reckoning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.values.Quantity;
import outpost.values.TaxRate;

class ReckoningTest {
    private static final int RANDOM_TICKETS = 20_000;
    private static final TaxRate VAT = new TaxRate("standard", "VAT", 200_000);
    private static final TaxRate ZERO = new TaxRate("zero", "Zero", 0);

    @Test
    @Tag("A-201")
    void randomTicketsAndTheirRefundsComeOutAsInDecimalArithmetic(TestReporter reporter) {
        long seed = new Random().nextLong(1L << 50);
        reporter.publishEntry("first seed", Long.toString(seed));

        new TicketRun(seed).run(RANDOM_TICKETS);
    }

    @Test
    void aLinesDiscountComesBeforeTheTickets() {
        Reckoned ticket = Reckoning.of(
                gbp(), List.of(item(1, 1_000, VAT, percent(10)), item(1, 100, VAT)), Optional.of(percent(50)));

        assertEquals(
                new ReckonedLine(VAT, 1_000, 100, 450, 375, 75), ticket.lines().get(0));
        assertEquals(new ReckonedLine(VAT, 100, 0, 50, 42, 8), ticket.lines().get(1));
        assertEquals(500, ticket.totalMinor());
    }

    @Test
    void aDiscountIsSpreadWithoutLosingAUnit() {
        Reckoned ticket = Reckoning.of(
                gbp(),
                List.of(item(1, 100, VAT), item(1, 100, VAT), item(1, 100, VAT)),
                Optional.of(new Discount.Amount(100)));

        assertEquals(
                List.of(33L, 34L, 33L),
                ticket.lines().stream().map(ReckonedLine::ticketDiscountMinor).toList());
        assertEquals(200, ticket.totalMinor());
    }

    @Test
    void theTaxOfARateIsThatOfItsSumAndTheLinesShareIt() {
        Reckoned ticket = Reckoning.of(
                gbp(), List.of(item(1, 2, VAT), item(1, 2, VAT), item(1, 2, VAT), item(1, 7, ZERO)), Optional.empty());

        assertEquals(List.of(new RateTotal(VAT, 5, 1), new RateTotal(ZERO, 7, 0)), ticket.rates());
        assertEquals(
                List.of(0L, 1L, 0L, 0L),
                ticket.lines().stream().map(ReckonedLine::taxMinor).toList());
    }

    @Test
    void oneNameWithTwoHeightsIsTwoRates() {
        TaxRate lowered = new TaxRate("standard", "VAT", 150_000);

        Reckoned ticket = Reckoning.of(gbp(), List.of(item(1, 120, VAT), item(1, 115, lowered)), Optional.empty());

        assertEquals(List.of(new RateTotal(lowered, 100, 15), new RateTotal(VAT, 100, 20)), ticket.rates());
    }

    @Test
    void taxComesOnTopWherePricesDoNotContainIt() {
        Terms usd = new Terms(Currency.getInstance("USD"), false, 1);
        TaxRate nyc = new TaxRate("nyc", "Sales tax", 88_750);

        Reckoned ticket = Reckoning.of(usd, List.of(item(3, 999, nyc), item(1, 501, nyc)), Optional.empty());

        assertEquals(List.of(new RateTotal(nyc, 3_498, 310)), ticket.rates());
        assertEquals(3_808, ticket.totalMinor());
    }

    @Test
    void whatComesBackTakesNoPartInTheTicketsDiscount() {
        Item returned = item(-1, 500, VAT);

        Reckoned ticket = Reckoning.of(gbp(), List.of(returned, item(1, 1_000, VAT)), Optional.of(percent(10)));

        assertEquals(0, ticket.lines().get(0).ticketDiscountMinor());
        assertEquals(100, ticket.lines().get(1).ticketDiscountMinor());
        assertEquals(400, ticket.totalMinor());
    }

    @Test
    void aDiscountNeverTakesMoreThanThereIs() {
        Reckoned ticket = Reckoning.of(
                gbp(),
                List.of(item(1, 100, VAT, new Discount.Amount(150)), item(-1, 40, VAT, new Discount.Amount(50))),
                Optional.of(new Discount.Amount(1_000)));

        assertEquals(100, ticket.lines().get(0).lineDiscountMinor());
        assertEquals(-40, ticket.lines().get(1).lineDiscountMinor());
        assertEquals(0, ticket.totalMinor());
    }

    @Test
    void goodsTakenBackCostWhatWasPaidForThem() {
        Reckoned sale =
                Reckoning.of(gbp(), List.of(item(3, 333, VAT, percent(10))), Optional.of(new Discount.Amount(100)));
        Paid paid = new Paid(
                Quantity.of(3),
                sale.lines().get(0).totalMinor(),
                sale.lines().get(0).taxMinor());
        assertEquals(new Paid(Quantity.of(3), 799, 133), paid);

        Paid first = paid.part(Quantity.of(0), Quantity.ONE);
        Paid rest = paid.part(Quantity.ONE, Quantity.of(2));

        assertEquals(new Paid(Quantity.ONE, 266, 44), first);
        assertEquals(new Paid(Quantity.of(2), 533, 89), rest);
        Reckoned exchange = Reckoning.of(
                gbp(), List.of(new Item.TakenBack(rest, VAT), item(1, 1_000, VAT)), Optional.of(percent(10)));
        assertEquals(
                new ReckonedLine(VAT, -533, 0, 0, -444, -89), exchange.lines().get(0));
        assertEquals(900 - 533, exchange.totalMinor());
        assertEquals(List.of(new RateTotal(VAT, 306, 61)), exchange.rates());
    }

    @Test
    void moreThanWasBoughtCannotComeBack() {
        Paid paid = new Paid(Quantity.of(3), 300, 50);

        assertThrows(IllegalArgumentException.class, () -> paid.part(Quantity.of(2), Quantity.of(2)));
        assertThrows(IllegalArgumentException.class, () -> paid.part(Quantity.of(0), Quantity.of(0)));
        assertThrows(IllegalArgumentException.class, () -> paid.part(Quantity.of(-1), Quantity.of(2)));
        assertThrows(IllegalArgumentException.class, () -> paid.part(Quantity.of(1), Quantity.of(-1)));
    }

    @ParameterizedTest
    @CsvSource({"1292, -2", "1293, 2", "1295, 0", "1297, -2", "1298, 2", "-1293, -2", "-1292, 2", "2, -2", "0, 0"})
    void cashIsPaidInWholeCoins(long total, long rounding) {
        Terms chf = new Terms(Currency.getInstance("CHF"), true, 5);

        assertEquals(rounding, chf.cashRounding(total));
    }

    @Test
    void onlyWhatIsPaidInCashIsRounded() {
        Terms chf = new Terms(Currency.getInstance("CHF"), true, 5);
        Reckoned ticket = Reckoning.of(chf, List.of(item(1, 1_293, VAT)), Optional.empty());

        assertEquals(2, ticket.cashRounding(0));
        assertEquals(0, ticket.cashRounding(1_293));
        assertEquals(-1, ticket.cashRounding(1_002));
    }

    @ParameterizedTest
    @CsvSource({"CHF, 5", "SEK, 100", "HUF, 500", "EUR, 1", "JPY, 1", "KWD, 1", "UZS, 1"})
    void aCurrencyHasItsSmallestCoin(String currency, long step) {
        assertEquals(step, Terms.cashStepMinor(Currency.getInstance(currency)));
    }

    @Test
    void sumsThatDoNotFitAreRefused() {
        List<Item> fortune = List.of(item(1, Long.MAX_VALUE, ZERO), item(1, 1, ZERO));

        assertThrows(ArithmeticException.class, () -> Reckoning.of(gbp(), fortune, Optional.empty()));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> item(0, 1, VAT));
        assertThrows(IllegalArgumentException.class, () -> item(1, -1, VAT));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Percent(1_000_001));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Percent(-1));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Amount(-1));
        assertThrows(IllegalArgumentException.class, () -> new Terms(Currency.getInstance("CHF"), true, 0));
        assertThrows(IllegalArgumentException.class, () -> new Terms(Currency.getInstance("XAU"), true, 1));
        assertThrows(IllegalArgumentException.class, () -> new Paid(Quantity.ONE, -1, 0));
    }

    private static Terms gbp() {
        return new Terms(Currency.getInstance("GBP"), true, 1);
    }

    private static Discount percent(int percent) {
        return new Discount.Percent(percent * 10_000);
    }

    private static Item item(long units, long unitPriceMinor, TaxRate rate, Discount... discount) {
        return new Item.Priced(
                Quantity.of(units),
                unitPriceMinor,
                rate,
                List.of(discount).stream().findFirst());
    }
}
