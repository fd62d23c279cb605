package outpost.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import outpost.protocol.CloudTrust;
import outpost.protocol.Json;

/** HTTP calls to the nodes of a cloud, timed. A call that gets no answer, or a 503, goes to the next node the next time. */
final class Calls {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_NOW = 503;

    private final List<URI> nodes;
    private final List<HttpClient> clients;
    private final Latencies latencies;

    /** @param nodes as their lines {@code ready URL} say, with the fingerprint of a node's own key behind it */
    Calls(List<URI> nodes, Latencies latencies, Executor threads) {
        this.nodes = nodes;
        this.latencies = latencies;
        this.clients = nodes.stream().map(node -> client(node, threads)).toList();
    }

    private static HttpClient client(URI node, Executor threads) {
        Optional<String> pin =
                Optional.ofNullable(node.getFragment()).map(fragment -> fragment.replaceFirst("^pin=", ""));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .sslContext(CloudTrust.context(() -> pin))
                .executor(threads)
                .build();
    }

    /** Which node a till talks to now. */
    static final class Line {
        private int node;

        Line(int node) {
            this.node = node;
        }
    }

    /** Completes with the answer's body, or empty if it was no good one. */
    CompletableFuture<Optional<String>> call(
            Line line,
            String kind,
            String path,
            String method,
            Optional<String> token,
            Optional<String> body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(line, "http", path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        if (headers.length > 0) {
            request.headers(headers);
        }
        long begun = System.nanoTime();
        return client(line)
                .sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> answered(line, kind, begun, answer))
                .exceptionally(gone -> {
                    latencies.lost(kind);
                    line.node++;
                    return Optional.empty();
                });
    }

    private Optional<String> answered(Line line, String kind, long begun, HttpResponse<String> answer) {
        boolean good = answer.statusCode() == OK || answer.statusCode() == NO_CONTENT;
        latencies.answered(kind, (System.nanoTime() - begun) / 1_000, good);
        if (answer.statusCode() == NOT_NOW) {
            line.node++;
        }
        return good ? Optional.of(answer.body()) : Optional.empty();
    }

    /** Notes what is made of several calls. */
    void took(String kind, long begunNanos) {
        latencies.answered(kind, (System.nanoTime() - begunNanos) / 1_000, true);
    }

    /** An administrator's call, which has to succeed. */
    <T> T admin(String token, String path, Object body, Class<T> type) throws IOException, InterruptedException {
        Line last = new Line(nodes.size() - 1);
        HttpRequest.Builder request = HttpRequest.newBuilder(at(last, "http", "admin/" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        HttpRequest ready = body.equals("")
                ? request.GET().build()
                : request.POST(BodyPublishers.ofString(Json.write(body))).build();
        HttpResponse<String> answer = client(last).send(ready, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Json.read(answer.body(), type);
    }

    CompletableFuture<WebSocket> listen(Line line, String token, WebSocket.Listener listener) {
        return client(line)
                .newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .buildAsync(at(line, "ws", "sync/live"), listener);
    }

    private HttpClient client(Line line) {
        return clients.get(Math.floorMod(line.node, nodes.size()));
    }

    private URI at(Line line, String scheme, String path) {
        URI node = nodes.get(Math.floorMod(line.node, nodes.size()));
        String secure = node.getScheme().equals("https") ? "s" : "";
        return URI.create(scheme + secure + "://" + node.getAuthority() + "/api/v1/" + path);
    }
}
