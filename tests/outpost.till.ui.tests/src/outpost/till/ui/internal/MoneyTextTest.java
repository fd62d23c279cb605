package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.values.Money;

class MoneyTextTest {
    @ParameterizedTest
    @CsvSource({
        "GBP, 1234567, '£12,345.67'",
        "GBP, -350, '-£3.50'",
        "GBP, 9007199254740993, '£90,071,992,547,409.93'",
        "JPY, 1234, 'JP¥1,234'",
        "KWD, 1234, 'KWD1.234'"
    })
    void amountsAreWrittenWithTheCurrencysOwnDecimals(String currency, long minor, String expected) {
        MoneyText text = new MoneyText(Currency.getInstance(currency), Locale.UK);

        assertEquals(expected, text.of(Money.of(currency, minor)).replace("\u00a0", ""));
    }
}
