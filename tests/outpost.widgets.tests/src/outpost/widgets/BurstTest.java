package outpost.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;

class BurstTest {
    private static final String CODE = "4006381333931";

    private final Burst burst = new Burst();
    private final StringBuilder typed = new StringBuilder();
    private int now = 1_000;

    @Test
    void whatAScannerSendsIsACode() {
        press(CODE, 16);

        assertEquals(Optional.of(CODE), enter(16));
        assertTrue(burst.isEmpty());
        assertEquals("", typed.toString());
    }

    @Test
    void whatFingersTypeIsNone() {
        press("2000", 70);

        assertEquals(Optional.empty(), enter(90));
        assertEquals("2000", typed.toString() + held());
    }

    @Test
    void fastDigitsAndALateEnterAreNone() {
        press("2000", 10);

        assertEquals(Optional.empty(), enter(300));
        assertEquals("2000", held());
    }

    @Test
    void threeKeysWithTheFlatHandAreNone() {
        press("123", 1);

        assertEquals(Optional.empty(), enter(1));
    }

    @Test
    void aCodeBehindTypedTextLeavesTheTextAsItWasTyped() {
        press("3 * ", 110);
        now += 400;
        press(CODE, 8);

        assertEquals(Optional.of(CODE), enter(8));
        assertEquals("3 * ", typed.toString());
    }

    /** As {@link Scanner} does: a key that does not go on with the held ones ends them. */
    private void press(String text, int gapMillis) {
        for (char character : text.toCharArray()) {
            Event key = key(character, gapMillis);
            if (!burst.goesOnWith(key)) {
                typed.append(held());
            }
            burst.hold(key);
        }
    }

    private Optional<String> enter(int gapMillis) {
        return burst.endedBy(key(SWT.CR, gapMillis));
    }

    private String held() {
        return burst.release().stream().map(key -> "" + key.character).collect(Collectors.joining());
    }

    private Event key(char character, int gapMillis) {
        now += gapMillis;
        Event key = new Event();
        key.character = character;
        key.time = now;
        return key;
    }
}
