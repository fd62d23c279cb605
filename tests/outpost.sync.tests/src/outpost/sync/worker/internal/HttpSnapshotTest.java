package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import outpost.protocol.SnapshotLine;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HttpSnapshotTest {
    private static final String HEADER = "{\"kind\":\"header\",\"cursor\":7,\"count\":1}\n";
    private static final Optional<SnapshotLine> LINE = Optional.of(new SnapshotLine.Header(7, 1));

    @Test
    void whatHasArrivedWaitsForNothingThatIsStillToCome() throws Exception {
        try (PipedOutputStream cloud = new PipedOutputStream();
                HttpSnapshot snapshot = new HttpSnapshot(
                        new SequenceInputStream(bytes(HEADER.repeat(2)), new PipedInputStream(cloud)))) {
            assertEquals(LINE, snapshot.next());

            cloud.write(HEADER.getBytes(StandardCharsets.UTF_8));
            cloud.write(HEADER.getBytes(StandardCharsets.UTF_8));
            cloud.flush();
            assertEquals(LINE, snapshot.next());
            assertEquals(LINE, snapshot.next());
        }
    }

    @Test
    void theEndIsToldAgain() throws Exception {
        try (HttpSnapshot snapshot = new HttpSnapshot(bytes(HEADER))) {
            snapshot.next();
            assertEquals(Optional.empty(), snapshot.next());
            assertEquals(Optional.empty(), snapshot.next());
        }
    }

    @Test
    void whatCameBeforeABreakIsHandedOutBeforeTheBreakIsTold() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        assertTold(broken);
    }

    @Test
    void aReaderWithoutMemoryLeavesNobodyWaiting() throws Exception {
        InputStream heavy = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("as if");
            }
        };
        assertTold(heavy);
    }

    private static void assertTold(InputStream broken) throws Exception {
        try (HttpSnapshot snapshot = new HttpSnapshot(new SequenceInputStream(bytes(HEADER), broken))) {
            assertEquals(LINE, snapshot.next());
            assertThrows(NoAnswerException.class, snapshot::next);
            assertThrows(NoAnswerException.class, snapshot::next);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
