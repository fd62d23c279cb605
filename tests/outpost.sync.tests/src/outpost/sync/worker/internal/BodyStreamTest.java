package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
    private final BodyStream body = new BodyStream(Duration.ofMillis(50));
    private final Source source = new Source();

    @Test
    void givesWhatArrivesInOrderAndThenEnds() throws IOException {
        body.onSubscribe(source);
        body.onNext(List.of(bytes(1, 2), bytes(), bytes(3)));
        body.onNext(List.of(bytes()));
        body.onNext(List.of(bytes(200)));
        body.onComplete();
        assertArrayEquals(new byte[] {1, 2, 3, (byte) 200}, body.readAllBytes());
        assertEquals(-1, body.read());
    }

    @Test
    void asksForOnePieceAtATime() throws IOException {
        body.onSubscribe(source);
        assertEquals(1, source.requested);
        body.onNext(List.of(bytes(1)));
        assertEquals(1, source.requested);
        assertEquals(1, body.read());
        assertEquals(2, source.requested);
    }

    @Test
    void aLineThatDiesAfterTheHeadDoesNotHoldTheReader() throws IOException {
        body.onSubscribe(source);
        body.onNext(List.of(bytes(1)));
        assertEquals(1, body.read());
        assertThrows(HttpTimeoutException.class, body::read);
    }

    @Test
    void aBrokenLineIsToldAfterWhatHadArrived() throws IOException {
        body.onSubscribe(source);
        body.onNext(List.of(bytes(1)));
        body.onError(new IOException("reset"));
        assertEquals(1, body.read());
        assertThrows(IOException.class, body::read);
    }

    @Test
    void anInterruptedReaderStopsAtOnceAndStaysInterrupted() {
        body.onSubscribe(source);
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, body::read);
        assertTrue(Thread.interrupted());
    }

    @Test
    void closingEarlyTellsTheSource() {
        body.onSubscribe(source);
        body.close();
        assertTrue(source.cancelled);
    }

    @Test
    void anAnswerMayNotBeLongerThanItsBound() throws IOException {
        byte[] four = {1, 2, 3, 4};
        assertEquals(4, new BoundedStream(new ByteArrayInputStream(four), 4).readAllBytes().length);
        assertThrows(IOException.class, () -> new BoundedStream(new ByteArrayInputStream(four), 3).readAllBytes());
        BoundedStream single = new BoundedStream(new ByteArrayInputStream(four), 1);
        assertEquals(1, single.read());
        assertThrows(IOException.class, single::read);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    private static final class Source implements Flow.Subscription {
        private long requested;
        private boolean cancelled;

        @Override
        public void request(long count) {
            requested += count;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
