package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.values.Money;

class QuickAmountsTest {
    private static final long[] POUNDS = {5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
    private static final long[] YEN = {10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1};

    @ParameterizedTest
    @CsvSource({
        "419, '419 500 600 1000'",
        "89, '89 100 200 500'",
        "1189, '1189 1500 2000 5000'",
        "2340, '2340 3000 4000 5000'",
        "500, '500 600 1000 2000'",
        "12300, '12300 15000'"
    })
    void theNextNotesAreLikely(long due, String likely) {
        assertEquals(likely, texts(QuickAmounts.of(Money.of("GBP", due), all("GBP", POUNDS))));
    }

    @Test
    void aCurrencyWithoutSmallUnitsHasItsOwn() {
        assertEquals("4530 5000 6000 10000", texts(QuickAmounts.of(Money.of("JPY", 4_530), all("JPY", YEN))));
    }

    @Test
    void whatIsPaidOutIsPaidOutToTheUnit() {
        assertEquals("-398", texts(QuickAmounts.of(Money.of("GBP", -398), all("GBP", POUNDS))));
    }

    private static List<Money> all(String currency, long... minors) {
        return Arrays.stream(minors)
                .mapToObj(minor -> Money.of(currency, minor))
                .toList();
    }

    private static String texts(List<Money> amounts) {
        return String.join(
                " ",
                amounts.stream().map(amount -> Long.toString(amount.minor())).toList());
    }
}
