package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "a b",
                "a/b",
                "../a",
                "-a",
                ".",
                "ä",
                "a\n",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesWhatCouldBeMistakenInAPathOrALine(String text) {
        assertThrows(IllegalArgumentException.class, () -> new TerminalId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "till-1", "Lane_2.b", "0"})
    void isItsText(String text) {
        assertEquals(text, new BranchId(text).toString());
    }

    @Test
    void anEventCountsFromOne() {
        assertThrows(IllegalArgumentException.class, () -> new EventKey(new TerminalId("t"), new PosId("p"), 0));
        assertEquals("t/p/1", new EventKey(new TerminalId("t"), new PosId("p"), 1).toString());
    }
}
