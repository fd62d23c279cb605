package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseTest {
    @Test
    void aPulseIsReadAndSaidInBothCommands() {
        Pulse pulse = Pulse.of("pin5,300ms");

        assertEquals(new Pulse(5, 300), pulse);
        assertArrayEquals(new byte[] {0x1B, 'p', 1, (byte) 150, (byte) 150}, pulse.command());
        assertArrayEquals(new byte[] {0x10, 0x14, 1, 1, 3}, pulse.urgentCommand());
        assertEquals(new Pulse(2, 100), Pulse.of("pin2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pin3", "pin2,50ms", "pin2,900ms", "2,100"})
    void whatIsNoPulseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Pulse.of(text));
    }
}
