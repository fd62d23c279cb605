package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.devices.internal.SerialAddress.Flow;

class AddressTest {
    @Test
    void eachKindOfAddressIsRead() {
        assertEquals(
                new TcpAddress("printer.local", 9100, Patience.USUAL.connect()),
                Address.of("tcp://printer.local", Patience.USUAL));
        assertEquals(
                new TcpAddress("10.0.0.7", 9101, Patience.USUAL.connect()),
                Address.of("tcp://10.0.0.7:9101", Patience.USUAL));
        assertEquals(new SerialAddress("/dev/ttyS0", 9600, Flow.NONE), Address.of("serial:/dev/ttyS0", Patience.USUAL));
        assertEquals(
                new SerialAddress("COM3", 38400, Flow.RTSCTS),
                Address.of("serial:COM3?baud=38400&flow=rtscts", Patience.USUAL));
        assertEquals(new FileAddress(Path.of("/dev/usb/lp0")), Address.of("file:/dev/usb/lp0", Patience.USUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer",
                "tcp:",
                "tcp://",
                "http://printer",
                "serial:",
                "serial:/dev/ttyS0?baud=fast",
                "serial:/dev/ttyS0?speed=9600",
                "serial:/dev/ttyS0?flow=hope",
                "file:relative"
            })
    void whatIsNoAddressIsRefusedWithTheAllowedForms(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Address.of(text, Patience.USUAL));

        assertTrue(refusal.getMessage().contains("tcp://HOST:9100"), refusal::getMessage);
    }

    @Test
    void aPortThatIsNotThereIsAFailureAndNoCrash() {
        assertThrows(IOException.class, () -> new SerialAddress("/dev/no-such-port", 9600, Flow.NONE).open());
    }
}
