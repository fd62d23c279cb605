package outpost.cloud.internal.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.RefusedException;

/** A body has ten seconds, and then to come with 500 bytes a second. */
class PaceTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    @Tag("A-915")
    void aBodyThatDripsIsGivenUp() throws IOException {
        LimitedStream body = new LimitedStream(new ByteArrayInputStream(new byte[10]), 100, new Pace(now::get));
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertEquals(0, body.read());
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertEquals(408, assertThrows(RefusedException.class, body::read).status());
    }

    @Test
    @Tag("A-915")
    void aSlowLineIsNoDrip() throws IOException {
        LimitedStream body = new LimitedStream(new ByteArrayInputStream(new byte[60_000]), 100_000, new Pace(now::get));
        for (int second = 0; second < 120; second++) {
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            assertEquals(500, body.readNBytes(500).length);
        }
    }
}
