package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.values.Quantity;

class EntryTest {
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 1, 4006381333931",
        "3 * 4006381333931, 3, 4006381333931",
        "3*4006381333931, 3, 4006381333931",
        "1.25 * 200, 1.25, 200",
        "'1,25 * 200', 1.25, 200",
        "-2 * 200, -2, 200",
        "2 * milk, 2, milk",
        "'  blue pen ', 1, blue pen",
        "3 *, 3, ''"
    })
    void aQuantityStandsBeforeAStar(String typed, String quantity, String what) {
        Entry entry = Entry.parse(typed).orElseThrow();

        assertEquals(Quantity.parse(quantity), entry.quantity());
        assertEquals(what, entry.what());
        assertEquals(typed.contains("*"), entry.count().isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 * 200",
                "x * 200",
                "* 200",
                "10000 * 200",
                "-10000 * 200",
                "1.0001 * 200",
                "4006381333931 * 200"
            })
    void whatNoBasketTakesIsNoQuantity(String typed) {
        assertEquals(Optional.empty(), Entry.parse(typed));
    }

    @Test
    void onlyDigitsAreACode() {
        assertTrue(new Entry(Optional.empty(), "200").isCode());
        assertFalse(new Entry(Optional.empty(), "7up").isCode());
        assertFalse(new Entry(Optional.empty(), "").isCode());
    }
}
