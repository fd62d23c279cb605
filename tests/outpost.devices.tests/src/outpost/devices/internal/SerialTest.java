package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import outpost.devices.internal.SerialAddress.Flow;
import outpost.fixtures.Await;

/** A serial line of the operating system, with its own driver between till and device. */
@EnabledOnOs(OS.LINUX)
class SerialTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private PseudoTerminal device;
    private Connection till;

    @BeforeEach
    void connect() throws IOException {
        device = new PseudoTerminal();
        till = new SerialAddress(device.port(), 19_200, Flow.NONE).open();
    }

    @AfterEach
    void close() throws IOException {
        till.close();
        device.close();
    }

    @Test
    void allBytesArriveAsTheyWereSent() throws IOException {
        long seed = System.nanoTime();
        byte[] sent = new byte[20_000];
        new Random(seed).nextBytes(sent);
        CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> received(sent.length));

        till.write(sent, LIMIT);

        assertArrayEquals(sent, received.join(), "seed " + seed);
    }

    @Test
    void theDeviceTalksBack() throws IOException {
        assertEquals(Connection.SILENCE, till.read(Duration.ZERO));
        assertEquals(Connection.SILENCE, till.read(Duration.ofMillis(200)));

        device.write(0x12, 0xFF, 0x00);

        assertEquals(0x12, till.read(LIMIT));
        assertEquals(0xFF, till.read(LIMIT));
        assertEquals(0x00, till.read(Duration.ZERO));
        assertEquals(Connection.SILENCE, till.read(Duration.ZERO));
    }

    @Test
    void aPlugThatIsPulledIsAFailure() {
        device.close();

        assertThrows(IOException.class, () -> {
            till.write(new byte[] {1}, LIMIT);
            till.read(LIMIT);
        });
    }

    private byte[] received(int count) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Await.until("all bytes are there", () -> {
            all.writeBytes(device.read());
            return all.size() >= count;
        });
        return all.toByteArray();
    }
}
