package outpost.sales.internal.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.protocol.PinHash;

class KnownPinsTest {
    private static final PinHash ONE = hash('1');
    private static final PinHash NEW = hash('2');

    private final List<String> compared = new ArrayList<>();
    private final KnownPins pins = new KnownPins(this::compare, new SecureRandom());

    @Test
    void aPinIsComparedWithItsHashOnceAndAWrongOneEachTime() {
        assertTrue(pins.matches(ONE, "2468"));
        assertTrue(pins.matches(ONE, "2468"));
        assertFalse(pins.matches(ONE, "1111"));
        assertFalse(pins.matches(ONE, "1111"));
        assertTrue(pins.matches(ONE, "2468"));

        assertEquals(List.of("2468", "1111", "1111"), compared);
    }

    @Test
    void aPinThatWasReplacedIsNotRecognisedAnyMore() {
        assertTrue(pins.matches(ONE, "2468"));

        assertFalse(pins.matches(NEW, "2468"));
    }

    private boolean compare(PinHash hash, String pin) {
        compared.add(pin);
        return hash.equals(ONE) && pin.equals("2468");
    }

    private static PinHash hash(char salt) {
        return PinHash.parse("pbkdf2-sha256$1$" + Character.toString(salt).repeat(22) + "==$" + "A".repeat(43) + "=");
    }
}
