package outpost.cloud.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.Settings.Rates;
import outpost.protocol.Json;

/** The real server on a free loopback port and an H2 file of its own, and HTTP calls to it. */
final class TestCloud implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final AtomicInteger tenants = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final TestClock clock = new TestClock();
    private final Settings settings;
    private CloudServer server;

    TestCloud(Path data) {
        this(data, Optional.empty());
    }

    /** @param firstCurrency what {@code --currency} says */
    TestCloud(Path data, Optional<Currency> firstCurrency) {
        this(new Settings(
                data,
                "127.0.0.1",
                0,
                DatabaseSettings.embedded(data),
                firstCurrency,
                Rates.DEFAULT,
                Settings.KEPT_AS_ROWS,
                Optional.empty()));
    }

    TestCloud(Path data, DatabaseSettings database) {
        this(new Settings(
                data,
                "127.0.0.1",
                0,
                database,
                Optional.empty(),
                Rates.DEFAULT,
                Settings.KEPT_AS_ROWS,
                Optional.empty()));
    }

    private TestCloud(Settings settings) {
        this.settings = settings;
        start();
    }

    void start() {
        server = new CloudServer(settings, clock, new SecureRandom());
    }

    DatabaseSettings database() {
        return settings.database();
    }

    TestClock clock() {
        return clock;
    }

    Path adminTokenFile() {
        return settings.data().resolve("admin.token");
    }

    /** A tenant of its own with a branch {@code main}, so that tests share a server and nothing else. */
    String newTenant() {
        String tenant = "tenant-" + tenants.incrementAndGet();
        admin("POST", "tenants", "{\"tenantId\":\"" + tenant + "\",\"name\":\"Shop\",\"currency\":\"GBP\"}")
                .ok();
        newBranch(tenant, "main");
        return tenant;
    }

    void newBranch(String tenant, String branch) {
        admin("POST", "branches?tenant=" + tenant, "{\"branchId\":\"" + branch + "\",\"name\":\"Branch\"}")
                .ok();
    }

    /** An enrolment code for a new terminal of the tenant's branch {@code main}. */
    String newCode(String tenant) {
        return newCode(tenant, "main");
    }

    String newCode(String tenant, String branch) {
        String body = "{\"branchId\":\"" + branch + "\",\"name\":\"Lane\"}";
        return admin("POST", "terminals?tenant=" + tenant, body)
                .ok()
                .json()
                .get("code")
                .asText();
    }

    JsonNode summary(String tenant) {
        return admin("GET", "sales/summary?tenant=" + tenant, "").ok().json();
    }

    /** An administrator's call; {@code path} is below {@code admin/}. */
    Answer admin(String method, String path, String body) {
        return send(request("admin/" + path, adminToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    Answer importFile(String query, byte[] file) {
        return send(request("admin/catalog/import?" + query, adminToken()).POST(BodyPublishers.ofByteArray(file)));
    }

    String adminToken() {
        try {
            return Files.readString(adminTokenFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    Answer post(String path, Object message) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(message))));
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token);
    }

    URI uri(String path) {
        return server.url().resolve("/api/v1/" + path);
    }

    Answer send(HttpRequest.Builder request) {
        return send(http, request);
    }

    /** As {@link #send}, on a connection that no other request has used. */
    Answer sendAlone(HttpRequest.Builder request) {
        return send(HttpClient.newHttpClient(), request);
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    @Override
    public void close() {
        server.close();
    }
}
