package outpost.till.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.values.Money;

class PaymentTest {
    private static Payment of(String currency, long minor) {
        return new Payment(Money.of(currency, minor));
    }

    private static void type(Payment payment, String digits) {
        digits.chars().forEach(digit -> payment.digit(digit - '0'));
    }

    @Test
    void digitsShiftInFromTheRight() {
        Payment payment = of("GBP", 1_234);

        type(payment, "2000");

        assertEquals(Money.of("GBP", 2_000), payment.handed());
        assertTrue(payment.isEnough());
        assertEquals(Money.of("GBP", 766), payment.change());
        assertEquals(Money.of("GBP", 0), payment.missing());
    }

    @Test
    void tooLittleIsNotEnough() {
        Payment payment = of("GBP", 1_234);

        type(payment, "1233");

        assertFalse(payment.isEnough());
        assertEquals(Money.of("GBP", 1), payment.missing());
        assertEquals(Money.of("GBP", 0), payment.change());
    }

    @Test
    void theLastDigitCanBeTakenBack() {
        Payment payment = of("GBP", 1_234);
        type(payment, "20001");

        payment.deleteDigit();

        assertEquals(Money.of("GBP", 2_000), payment.handed());
    }

    @Test
    void aScannedCodeDoesNotBecomeAnAmount() {
        Payment payment = of("GBP", 1_234);

        type(payment, "4006381333931");

        assertEquals(Money.of("GBP", 40_063_813), payment.handed());
    }

    @ParameterizedTest
    @CsvSource({
        "GBP, 1234, 1234 1500 2000 5000",
        "GBP, 4800, 4800 5000 6000 10000",
        "GBP, 500, 500 1000 2000 5000",
        "GBP, 1, 1 500 1000 2000",
        "JPY, 1234, 1234 1500 2000 5000",
        "KWD, 1234, 1234 5000 10000 20000"
    })
    void quickAmountsAreTheExactOneAndWhatNotesMake(String currency, long due, String expected) {
        List<Money> amounts = Arrays.stream(expected.split(" "))
                .map(amount -> Money.of(currency, Long.parseLong(amount)))
                .toList();

        assertEquals(amounts, of(currency, due).quickAmounts());
    }

    @Test
    void whatTheShopOwesIsPaidOutExactly() {
        Payment payment = of("GBP", -350);
        type(payment, "500");

        assertTrue(payment.isPayOut());
        assertTrue(payment.isEnough());
        assertEquals(Money.of("GBP", -350), payment.cash().handed());
        assertEquals(Money.of("GBP", 0), payment.change());
        assertEquals(List.of(Money.of("GBP", -350)), payment.quickAmounts());
    }
}
