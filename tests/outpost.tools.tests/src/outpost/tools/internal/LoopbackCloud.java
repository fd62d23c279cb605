package outpost.tools.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A cloud on loopback that answers as a test wants it to, and notes what it was asked. */
public final class LoopbackCloud implements AutoCloseable {
    public static final String TOKEN = "the-token";

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    public LoopbackCloud() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        answer("GET /api/v1/admin/tenants", 200, "[{\"tenantId\":\"main\",\"name\":\"Main\",\"currency\":\"GBP\"}]");
    }

    /** @param call method and path */
    public LoopbackCloud answer(String call, int status, String body) {
        answers.put(call, new Answer(status, body));
        return this;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The last call of that method and path. */
    public synchronized Optional<Asked> asked(String call) {
        return asked.stream().filter(one -> one.call().equals(call)).reduce((first, second) -> second);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A call as it came. */
    public record Asked(String call, String query, Map<String, List<String>> headers, byte[] body) {
        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    private record Answer(int status, String body) {}

    private void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        note(new Asked(call, exchange.getRequestURI().getQuery(), Map.copyOf(exchange.getRequestHeaders()), body));
        Answer answer = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? answers.getOrDefault(call, new Answer(404, error("POS_SYNC_NOT_FOUND", "There is no " + call)))
                : new Answer(401, error("POS_SYNC_UNAUTHORIZED", "No"));
        byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(text);
        }
    }

    private synchronized void note(Asked call) {
        asked.add(call);
    }

    public static String error(String code, String message) {
        return "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"requestId\":\"r1\"}";
    }
}
