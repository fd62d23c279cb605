package outpost.update.internal.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {
    @Test
    void everyLineThatIsWrittenIsRead() {
        for (Slot slot : Slot.values()) {
            assertEquals(
                    Optional.of(Pointer.to(slot)),
                    Pointer.parse(Pointer.to(slot).line()));
            for (Pointer.Reason reason : Pointer.Reason.values()) {
                Pointer pointer = Pointer.to(slot, reason);
                assertEquals(Optional.of(pointer), Pointer.parse(pointer.line() + "\n"));
            }
        }
    }

    @Test
    void theLineIsWhatTheStarterReads() {
        assertEquals("b trial a", Pointer.to(Slot.B, Pointer.Reason.TRIAL).line());
        assertEquals("a", Pointer.to(Slot.A).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c", "a trial", "a trial a", "b tried b", "a never b", "a trial b b", "\u0000\u0000"})
    void anyOtherLineIsNone(String line) {
        assertEquals(Optional.empty(), Pointer.parse(line));
    }
}
