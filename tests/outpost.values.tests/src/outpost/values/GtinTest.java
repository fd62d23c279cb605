package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074",
        "036000291452, 00036000291452",
        "0036000291452, 00036000291452",
        "4006381333931, 04006381333931",
        "04006381333931, 04006381333931",
        "10036000291459, 10036000291459"
    })
    void everyLengthOfOneNumberIsTheSame(String code, String digits14) {
        assertEquals(Optional.of(new Gtin(digits14)), Gtin.parse(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333932",
                "0036000291459",
                "400638133393",
                "4006381333931 ",
                "400638133393X",
                "85123A",
                "",
                "123456789",
                "٤٠٠٦٣٨١٣٣٣٩٣١",
                "040063813339310",
                "-4006381333931"
            })
    void anythingElseIsNoGtin(String code) {
        assertEquals(Optional.empty(), Gtin.parse(code));
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = "04006381333931";
        for (int place = 0; place < 14; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String code = right.substring(0, place) + digit + right.substring(place + 1);
                assertEquals(code.equals(right), Gtin.parse(code).isPresent(), code);
            }
        }
    }

    @Test
    void theConstructorTakesOnlyTheLongForm() {
        assertThrows(IllegalArgumentException.class, () -> new Gtin("4006381333931"));
    }
}
