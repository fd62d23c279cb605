package outpost.sync.worker.internal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.LiveNews;
import outpost.protocol.MalformedMessageException;

/**
 * The WebSocket {@code sync/live}. It carries no data, so nothing is lost with it: while it is away, the cycle at its interval finds everything. What comes,
 * comes on the HTTP client's threads and only rings.
 */
final class LiveSocket implements Live, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    /** The cloud pings every 30 seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_CHARS = 1_024;
    private static final Set<String> KNOWN =
            Set.of(LiveNews.CHANGED, LiveNews.CONFLICT, LiveNews.LANES, LiveNews.REVOKED);

    private final Supplier<HttpClient> client;
    private final Runnable bell;
    private final Runnable laneBell;
    private final LongSupplier nanoTime;
    private Optional<Line> current = Optional.empty();
    private boolean connecting;
    private boolean closed;
    /** How often in a row a connection failed or ended before anything was heard. */
    private int failures;

    private long notBeforeNanos;

    /**
     * @param bell rung when there is something to ask for
     * @param laneBell rung before it where that is about the branch's lanes
     */
    LiveSocket(Supplier<HttpClient> client, Runnable bell, Runnable laneBell, LongSupplier nanoTime) {
        this.client = client;
        this.bell = bell;
        this.laneBell = laneBell;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void listen(URI root, String token) {
        current.filter(Line::isSilent).ifPresent(line -> {
            LOG.debug("Nothing was heard for {} s, not even a ping", LONGEST_SILENCE.toSeconds());
            line.end();
        });
        boolean tooEarly = failures > 0 && nanoTime.getAsLong() - notBeforeNanos < 0;
        if (closed || connecting || current.isPresent() || tooEarly) {
            return;
        }
        connecting = true;
        Line line = new Line();
        client.get()
                .newWebSocketBuilder()
                .connectTimeout(CONNECT_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Outpost-Protocol", Integer.toString(Limits.PROTOCOL_VERSION))
                .buildAsync(address(root), line)
                .whenComplete((socket, trouble) -> connected(line, Optional.ofNullable(socket), trouble));
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.ifPresent(Line::end);
    }

    private synchronized void connected(Line line, Optional<WebSocket> socket, Throwable trouble) {
        connecting = false;
        if (socket.isEmpty()) {
            LOG.debug("No live connection", trouble);
            failed();
        } else if (closed || line.ended) {
            socket.get().abort();
        } else {
            line.socket = socket;
            current = Optional.of(line);
        }
    }

    private synchronized void ended(Line line) {
        if (line.ended) {
            return;
        }
        line.ended = true;
        failed();
        line.socket.ifPresent(WebSocket::abort);
        current = current.filter(other -> other != line);
    }

    private synchronized void heard() {
        failures = 0;
    }

    private void failed() {
        long pause = SHORTEST_PAUSE.toNanos() << Math.min(failures, MOST_DOUBLINGS);
        failures++;
        notBeforeNanos = nanoTime.getAsLong() + pause;
    }

    private static URI address(URI root) {
        return URI.create(root.toString().replaceFirst("^http", "ws").replaceAll("/+$", "") + "/api/v1/sync/live");
    }

    /** One connection. */
    private final class Line implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private volatile long heardNanos = nanoTime.getAsLong();
        private Optional<WebSocket> socket = Optional.empty();
        private boolean ended;

        boolean isSilent() {
            return nanoTime.getAsLong() - heardNanos > LONGEST_SILENCE.toNanos();
        }

        void end() {
            ended(this);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heardNanos = nanoTime.getAsLong();
            text.append(part);
            if (text.length() > MOST_CHARS) {
                end();
                return null;
            }
            if (last) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
            heardNanos = nanoTime.getAsLong();
            return WebSocket.Listener.super.onPing(from, message);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable trouble) {
            LOG.debug("The live connection broke", trouble);
            end();
        }

        /** Whatever it is, the next cycle finds out; only what a newer cloud may say beside is left to newer tills. */
        private void hear(String news) {
            heard();
            try {
                String kind = Json.read(news, LiveNews.class).kind();
                if (LiveNews.LANES.equals(kind)) {
                    laneBell.run();
                }
                if (KNOWN.contains(kind)) {
                    bell.run();
                }
            } catch (MalformedMessageException e) {
                LOG.debug("Not understood: {}", news, e);
            }
        }
    }
}
