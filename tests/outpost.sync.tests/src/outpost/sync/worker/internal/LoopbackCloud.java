package outpost.sync.worker.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import outpost.protocol.ErrorCode;
import outpost.protocol.Limits;

/** A cloud in memory, over real HTTP on loopback, whose line can be made to fail. Its content survives {@link #stop()} and {@link #start()}. */
final class LoopbackCloud implements AutoCloseable {
    private final CloudContent content = new CloudContent();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private ExecutorService threads;
    private int port;

    LoopbackCloud() {
        start();
    }

    CloudContent content() {
        return content;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The next requests of that path fail like this, one each. */
    synchronized void fail(String path, Fault... next) {
        faults.computeIfAbsent(path, key -> new ArrayDeque<>()).addAll(List.of(next));
    }

    /** Faults that nobody has run into yet. */
    synchronized int faultsLeft() {
        return faults.values().stream().mapToInt(Deque::size).sum();
    }

    /** Paths with queries of all requests so far, in order. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    long requestsOf(String path) {
        return requests().stream().filter(request -> request.startsWith(path)).count();
    }

    void start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/api/v1/", this::handle);
        server.start();
    }

    /** The process dies: running requests break, tokens are forgotten, what was stored stays. */
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        content.forgetTokens();
    }

    @Override
    public void close() {
        stop();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        byte[] body = read(exchange);
        Fault.Work work = () -> content.answer(exchange, path, body);
        Fault fault = nextFault(path, exchange);
        fault.happen(exchange, work);
    }

    private synchronized Fault nextFault(String path, HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        requests.add(query == null ? path : path + "?" + query);
        Fault fault = faults.getOrDefault(path, new ArrayDeque<>()).poll();
        return fault == null ? (unharmed, work) -> work.run().send(unharmed) : fault;
    }

    private static byte[] read(HttpExchange exchange) throws IOException {
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream in = gzip ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
            return in.readNBytes(Limits.PUSH_DECOMPRESSED_BYTES + 1);
        }
    }

    /** An answer as it travels, compressed. */
    record Reply(int status, byte[] body) {
        static Reply of(byte[] plain) {
            return new Reply(200, zipped(plain));
        }

        static Reply refusal(int status, ErrorCode code, String message) {
            return new Reply(status, zipped(Fault.error(code, message)));
        }

        void headers(HttpExchange exchange) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }

        void send(HttpExchange exchange) throws IOException {
            headers(exchange);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        private static byte[] zipped(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
