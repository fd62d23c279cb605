package outpost.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.CloudTrust;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Json;

/** The cloud product in a process of its own, on H2 in a folder that outlives the process. */
final class CloudProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(180);
    private static final String READY = "ready ";

    private final Path data;
    private final List<String> options;
    private HttpClient http;
    private RealProcess process;
    private URI uri;

    /** @param options besides data and port */
    CloudProcess(Path data, String... options) throws IOException, InterruptedException {
        this.data = Files.createDirectories(data);
        this.options = List.of(options);
        start();
    }

    void start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Products.CLOUD.resolve("outpost-cloud").toString(), "--data", data.toString(), "--port", "0"));
        command.addAll(options);
        process = RealProcess.start(
                command,
                Map.of(
                        "OUTPOST_JAVA_OPTIONS",
                        String.join(" ", Products.SHORT_LIVED) + " -Dosgi.configuration.area="
                                + data.resolve("configuration")),
                data.resolve("cloud.err"));
        String line = process.awaitLine(text -> text.startsWith(READY), START);
        uri = URI.create(line.substring(READY.length()).strip());
        Optional<String> pin =
                Optional.ofNullable(uri.getFragment()).map(fragment -> fragment.replaceFirst("^pin=", ""));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(CloudTrust.context(() -> pin))
                .build();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** Where it serves, with the fingerprint of its key behind it where it serves HTTPS. */
    URI uri() {
        return uri;
    }

    int port() {
        return uri.getPort();
    }

    Path adminTokenFile() {
        return data.resolve("admin.token");
    }

    /** A new lane of the branch {@code main}; the link leads through the given line. */
    EnrolmentLink newTerminal(String name, URI line) throws IOException, InterruptedException {
        String body = "{\"branchId\":\"main\",\"name\":\"" + name + "\"}";
        JsonNode answer = send("admin/terminals", "POST", BodyPublishers.ofString(body));
        return new EnrolmentLink(line, answer.get("code").asText());
    }

    JsonNode summary() throws IOException, InterruptedException {
        return send("admin/sales/summary", "GET", BodyPublishers.noBody());
    }

    JsonNode alarms() throws IOException, InterruptedException {
        return send("admin/alarms", "GET", BodyPublishers.noBody());
    }

    JsonNode importCatalog(Path file) throws IOException, InterruptedException {
        return send(
                "admin/catalog/import?format=tsv&onError=skip",
                "POST",
                BodyPublishers.ofFile(file),
                "Content-Encoding",
                "gzip");
    }

    @Override
    public void close() {
        process.close();
    }

    private JsonNode send(String call, String method, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/api/v1/" + call))
                .timeout(Duration.ofSeconds(120))
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(adminTokenFile()).strip())
                .header("Content-Type", "application/json")
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream in = answer.body()) {
            byte[] content = in.readAllBytes();
            if (answer.statusCode() >= 300) {
                throw new AssertionError(call + " answered " + answer.statusCode() + ": " + new String(content));
            }
            return Json.mapper().readTree(content);
        }
    }
}
