package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "GBP, 2.55, 255",
        "GBP, -0.01, -1",
        "GBP, 3, 300",
        "GBP, ' 1.5 ', 150",
        "JPY, 120, 120",
        "KWD, 1.234, 1234",
        "KWD, 0.001, 1"
    })
    void readsAsManyDecimalsAsTheCurrencyHas(String currency, String decimal, long minor) {
        assertEquals(Money.of(currency, minor), Money.parse(Currency.getInstance(currency), decimal));
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 2.555",
        "JPY, 120.5",
        "KWD, 0.0001",
        "GBP, twelve",
        "GBP, ''",
        "GBP, '1,50'",
        "GBP, 92233720368547758.08"
    })
    void refusesWhatIsNoAmountInThatCurrency(String currency, String decimal) {
        assertThrows(IllegalArgumentException.class, () -> Money.parse(Currency.getInstance(currency), decimal));
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999", "-1e2147483647"})
    void refusesAnExponentThatWouldFillTheMemory(String decimal) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThrows(
                        IllegalArgumentException.class, () -> Money.parse(Currency.getInstance("GBP"), decimal)));
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 255, 2.55 GBP",
        "GBP, -5, -0.05 GBP",
        "JPY, 120, 120 JPY",
        "KWD, 1, 0.001 KWD",
        "GBP, -9223372036854775808, -92233720368547758.08 GBP"
    })
    void showsAllDecimalsOfTheCurrency(String currency, long minor, String shown) {
        assertEquals(shown, Money.of(currency, minor).toString());
    }

    @Test
    @Tag("A-202")
    void anOverflowIsAnErrorAndNeverAWrongAmount() {
        Money largest = Money.of("GBP", Long.MAX_VALUE);
        Money smallest = Money.of("GBP", Long.MIN_VALUE);

        assertThrows(ArithmeticException.class, () -> largest.plus(Money.of("GBP", 1)));
        assertThrows(ArithmeticException.class, () -> smallest.minus(Money.of("GBP", 1)));
        assertThrows(ArithmeticException.class, smallest::negated);
        assertThrows(ArithmeticException.class, () -> largest.times(Quantity.of(2)));
        assertEquals(largest, largest.times(Quantity.ONE));
    }

    @Test
    @Tag("A-202")
    void twoCurrenciesNeverMix() {
        Money pounds = Money.of("GBP", 1);
        Money yen = Money.of("JPY", 1);

        assertThrows(IllegalArgumentException.class, () -> pounds.plus(yen));
        assertThrows(IllegalArgumentException.class, () -> pounds.minus(yen));
    }

    @Test
    void aCurrencyWithoutMinorUnitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("XXX", 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "1, 0.499, 0", "3, 0.5, 2", "299, 1.25, 374", "-1, 0.5, -1", "1, -0.5, -1"})
    void aPartOfAUnitRoundsHalfAwayFromZero(long price, String quantity, long total) {
        assertEquals(Money.of("GBP", total), Money.of("GBP", price).times(Quantity.parse(quantity)));
    }

    @Test
    void roundingAgreesWithDecimalArithmeticAndARefundMirrorsItsSale(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Money price = Money.of("GBP", random.nextInt(1_000_000));
            Quantity quantity = new Quantity(random.nextInt(2_000_000) - 1_000_000);
            TaxRate rate = new TaxRate("r", "r", random.nextInt(TaxRate.PPM + 1));
            String wrong = "seed " + seed + ", round " + i;

            Money total = price.times(quantity);
            Money tax = rate.containedIn(total);

            BigDecimal exactTotal = BigDecimal.valueOf(price.minor()).multiply(BigDecimal.valueOf(quantity.milli(), 3));
            BigDecimal exactTax = BigDecimal.valueOf(total.minor())
                    .multiply(BigDecimal.valueOf(rate.ratePpm()))
                    .divide(BigDecimal.valueOf(TaxRate.PPM + rate.ratePpm()), 0, RoundingMode.HALF_UP);
            assertEquals(exactTotal.setScale(0, RoundingMode.HALF_UP).longValueExact(), total.minor(), wrong);
            assertEquals(exactTax.longValueExact(), tax.minor(), wrong);
            assertEquals(total.negated(), price.times(quantity.negated()), wrong);
            assertEquals(tax.negated(), rate.containedIn(total.negated()), wrong);
        }
    }
}
