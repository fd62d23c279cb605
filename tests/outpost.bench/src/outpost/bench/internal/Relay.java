package outpost.bench.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/** Stands between a till and its cloud and counts what passes: exchanges, and the bytes of their bodies as they travel. There is no live line through it. */
final class Relay implements AutoCloseable {
    /** What each of the two lines says for itself. */
    private static final Set<String> OF_ONE_LINE =
            Set.of("host", "connection", "upgrade", "http2-settings", "content-length", "transfer-encoding");

    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;
    private static final int NO_CONTENT = 204;

    private final URI cloud;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** @param port where the till was told that its cloud is */
    Relay(int port, URI cloud) {
        this.cloud = cloud;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no relay on port " + port, e);
        }
        server.setExecutor(hands);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Exchanges with the cloud, and the bytes of their bodies in both directions. */
    record Traffic(int exchanges, long bytes) {
        private static final Traffic NONE = new Traffic(0, 0);

        private Traffic and(Traffic other) {
            return new Traffic(exchanges + other.exchanges, bytes + other.bytes);
        }
    }

    /** Of calls whose path ends so. */
    Traffic traffic(String path) {
        return traffic.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(path))
                .map(Map.Entry::getValue)
                .reduce(Traffic.NONE, Traffic::and);
    }

    void forget() {
        traffic.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            HttpRequest.Builder request = HttpRequest.newBuilder(cloud.resolve(exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(asked));
            copy(exchange.getRequestHeaders(), request::header);
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            copy(answer.headers().map(), exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.statusCode(), answer.statusCode() == NO_CONTENT ? NO_BODY : CHUNKED);
            long answered = 0;
            try (InputStream body = answer.body();
                    OutputStream to = exchange.getResponseBody()) {
                answered = body.transferTo(to);
            }
            traffic.merge(exchange.getRequestURI().getPath(), new Traffic(1, asked.length + answered), Traffic::and);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Map<String, List<String>> headers, BiConsumer<String, String> to) {
        headers.forEach((name, values) -> {
            if (!OF_ONE_LINE.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> to.accept(name, value));
            }
        });
    }
}
