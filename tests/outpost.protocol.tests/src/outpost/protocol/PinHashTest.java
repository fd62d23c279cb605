package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    @Test
    void aPinIsRecognisedAndNoOther() {
        PinHash hash = PinHash.of("4711", new Random(1));

        assertTrue(hash.matches("4711"));
        assertFalse(hash.matches("4712"));
        assertFalse(hash.matches("47110"));
        assertFalse(hash.matches(""));
        assertEquals(hash, PinHash.parse(hash.toString()));
        assertTrue(hash.toString().startsWith("pbkdf2-sha256$600000$"), hash.toString());
    }

    @Test
    void onePinHasAnotherHashEachTime() {
        Random random = new Random(1);

        assertNotEquals(PinHash.of("0000", random), PinHash.of("0000", random));
    }

    /** Reckoned by another implementation: Python's hashlib.pbkdf2_hmac('sha256', b'1234', bytes(range(16)), 1000). */
    @Test
    void theHashIsPbkdf2WithSha256() {
        String salt = base64("000102030405060708090a0b0c0d0e0f");
        String hash = base64("2240ea2a22754a3c4610356ef8e4d7acf25af2ac3d2d11866de97a8b7812c52c");

        assertTrue(PinHash.parse("pbkdf2-sha256$1000$" + salt + "$" + hash).matches("1234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567890123", "12a4", "１２３４", " 1234"})
    void aPinHasFourToTwelveDigits(String pin) {
        assertThrows(IllegalArgumentException.class, () -> PinHash.of(pin, new Random(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234",
                "pbkdf2-sha256$0$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2-sha256$99999999$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2-sha256$1000$AAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
                "pbkdf2-sha256$1000$=AAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoHashIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(text));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
