package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3000, 3",
        "1.250, 1250, 1.25",
        "-0.001, -1, -0.001",
        "100, 100000, 100",
        "0.0, 0, 0",
        "1000000, 1000000000, 1000000"
    })
    void readsAndShowsThousandths(String text, long milli, String shown) {
        Quantity quantity = Quantity.parse(text);

        assertEquals(milli, quantity.milli());
        assertEquals(shown, quantity.toString());
        assertEquals(quantity, Quantity.parse(quantity.toString()));
    }

    @ParameterizedTest
    @CsvSource({"1.2345", "''", "x", "9223372036854775.808", "'1,5'"})
    void refusesWhatIsFinerOrLargerOrNoNumber(String text) {
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
    }

    @Test
    void anOverflowIsAnError() {
        Quantity largest = new Quantity(Long.MAX_VALUE);

        assertThrows(ArithmeticException.class, () -> largest.plus(new Quantity(1)));
        assertThrows(ArithmeticException.class, () -> new Quantity(Long.MIN_VALUE).negated());
        assertThrows(ArithmeticException.class, () -> Quantity.of(Long.MAX_VALUE / 1000 + 1));
    }

    @Test
    void sortsByAmount() {
        assertTrue(Quantity.parse("-1").compareTo(Quantity.parse("0.5")) < 0);
    }
}
