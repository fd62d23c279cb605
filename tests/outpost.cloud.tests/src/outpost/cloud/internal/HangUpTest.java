package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A till that loses its line in the middle of an answer. */
@Isolated("all threads write to the log that it reads")
class HangUpTest extends OnOneCloud {
    /** So many of {@link #NAME_CHARS} characters do not fit into the buffers of a connection. */
    private static final int PRODUCTS = 40_000;

    private static final int NAME_CHARS = 240;

    @Test
    void takesOneLineOfTheLogAndNoStackTrace() throws Exception {
        TestTill till = TestTill.inNewTenant(cloud);
        StringBuilder rows = new StringBuilder("code\tname\n");
        for (int code = 1; code <= PRODUCTS; code++) {
            rows.append(code).append('\t').append("n".repeat(NAME_CHARS)).append('\n');
        }
        cloud.importFile(
                        "onError=abort&tenant=" + till.tenant(), rows.toString().getBytes(StandardCharsets.UTF_8))
                .ok();
        Lines lines = new Lines();
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        Logger ours = loggers.getLogger("outpost.cloud.internal.web");
        Level before = ours.getLevel();
        lines.start();
        ours.setLevel(Level.INFO);
        root.addAppender(lines);
        try {
            hangUpWithin("/api/v1/sync/snapshot", till.token());

            lines.await("A caller hung up before its answer to /api/v1/sync/snapshot was written");
            cloud.get("health", till.token()).ok();
            assertTrue(
                    lines.traces.stream().noneMatch(trace -> trace.contains("EofException")), lines.traces::toString);
        } finally {
            root.detachAppender(lines);
            ours.setLevel(before);
        }
    }

    /** Reads the head of the answer, and lets the connection break. */
    private void hangUpWithin(String path, String token) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", cloud.uri("").getPort()));
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
        }
    }

    /** What is told, and what broken connections leave a stack trace for. Other clouds log meanwhile. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final Queue<String> traces = new ConcurrentLinkedQueue<>();

        void await(String wanted) throws InterruptedException {
            String line;
            do {
                line = told.poll(60, TimeUnit.SECONDS);
                assertNotNull(line, wanted);
            } while (!line.equals(wanted));
        }

        @Override
        protected void append(ILoggingEvent event) {
            told.add(event.getFormattedMessage());
            if (event.getLoggerName().startsWith("org.apache.cxf.") && event.getThrowableProxy() != null) {
                traces.add(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }
}
