package outpost.tools.internal.cloud;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import outpost.protocol.CloudTrust;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.MalformedMessageException;
import outpost.tools.internal.ToolException;
import outpost.values.TenantId;

/** The administrator's calls of one cloud, for one tenant. What goes wrong becomes a {@link ToolException}. */
public final class CloudApi {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(60);
    private static final int UNAUTHORIZED = 401;
    private static final int OK_BELOW = 300;
    private static final String PIN = "pin=";

    private final HttpClient http;
    private final URI root;
    private final Optional<String> pin;
    private final String token;
    private final TenantId tenant;

    /**
     * @param root such as {@code http://127.0.0.1:8080}, or {@code https://10.0.0.2:8443/#pin=FINGERPRINT} of a cloud with a certificate of its own
     * @throws ToolException if the address is none or the token's file cannot be read
     */
    public static CloudApi of(URI root, Path adminTokenFile, TenantId tenant) {
        try {
            return new CloudApi(root, Files.readString(adminTokenFile).strip(), tenant);
        } catch (IOException e) {
            throw new ToolException("cannot read the administrator's token from " + adminTokenFile, e);
        }
    }

    private CloudApi(URI root, String token, TenantId tenant) {
        if (!"http".equals(root.getScheme()) && !"https".equals(root.getScheme()) || root.getHost() == null) {
            throw new ToolException("'" + root + "' is not an address like http://127.0.0.1:8080");
        }
        this.root = URI.create(root.getScheme() + "://" + root.getAuthority());
        this.pin = pin(root);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .sslContext(CloudTrust.context(() -> pin))
                .build();
        this.token = token;
        this.tenant = tenant;
    }

    private static Optional<String> pin(URI root) {
        String fragment = Optional.ofNullable(root.getFragment()).orElse("");
        if (!fragment.startsWith(PIN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(CloudTrust.requirePin(fragment.substring(PIN.length())));
        } catch (IllegalArgumentException e) {
            throw new ToolException("'" + root + "': " + e.getMessage(), e);
        }
    }

    /** By which a till knows this cloud, where its address says so. */
    public Optional<String> pin() {
        return pin;
    }

    public URI root() {
        return root;
    }

    /** @throws ToolException also if this cloud does not speak this protocol */
    public Health health() {
        Health health = call("health", "GET", BodyPublishers.noBody(), Health.class);
        if (health.protocolMin() > Limits.PROTOCOL_VERSION || health.protocolMax() < Limits.PROTOCOL_VERSION) {
            throw new ToolException("the cloud at " + root + " speaks the protocol's versions " + health.protocolMin()
                    + " to " + health.protocolMax() + ", not " + Limits.PROTOCOL_VERSION);
        }
        return health;
    }

    public Tenant tenant() {
        for (Tenant candidate : call("admin/tenants", "GET", BodyPublishers.noBody(), Tenant[].class)) {
            if (candidate.tenantId().equals(tenant)) {
                return candidate;
            }
        }
        throw new ToolException("the cloud at " + root + " has no tenant '" + tenant + "'");
    }

    /** Makes a tenant, or changes the one that is there. */
    public void put(Tenant changed) {
        call("admin/tenants", "POST", json(changed), Tenant.class);
    }

    /** Makes a branch, or renames the one that is there. */
    public void put(Branch branch) {
        call(ofTenant("admin/branches"), "POST", json(branch), Branch.class);
    }

    /** Makes one thing of the catalog, or changes it. */
    public void putCatalog(String type, String id, Object body) {
        text("PUT", ofTenant("admin/catalog/" + type + "/" + id), json(body));
    }

    /** Makes a terminal and a code with which a till can become it, once. */
    public Invitation newTerminal(NewTerminal terminal) {
        return call(ofTenant("admin/terminals"), "POST", json(terminal), Invitation.class);
    }

    /** How far the cloud knows each till's journal. */
    public List<KnownJournal> journals() {
        return List.of(call(ofTenant("admin/journal/heads"), "GET", BodyPublishers.noBody(), KnownJournal[].class));
    }

    public Summary summary() {
        return call(ofTenant("admin/sales/summary"), "GET", BodyPublishers.noBody(), Summary.class);
    }

    /**
     * Begins to send a catalog file; whoever gives the body sees how far it is.
     *
     * @param format {@code tsv}, {@code csv} or {@code ndjson}
     * @param gzip whether the body is compressed
     * @param onError {@code skip} or {@code abort}
     * @return completes with the cloud's answer, whatever its status
     */
    public CompletableFuture<HttpResponse<String>> importCatalog(
            String format, boolean gzip, String onError, BodyPublisher body) {
        HttpRequest.Builder request = request(
                        ofTenant("admin/catalog/import") + "&format=" + format + "&onError=" + onError)
                .setHeader("Content-Type", "application/octet-stream")
                .timeout(IMPORT_LIMIT)
                .POST(body);
        return http.sendAsync(
                (gzip ? request.header("Content-Encoding", "gzip") : request).build(), BodyHandlers.ofString());
    }

    /** What to tell of a call that was not answered. */
    public ToolException unreachable(Throwable cause) {
        String why = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                ? "cannot be reached"
                : "did not answer (" + cause.getMessage() + ")";
        return new ToolException("the cloud at " + root + " " + why, cause);
    }

    /** What to tell of an answer that is a refusal. */
    public ToolException refused(HttpResponse<String> answer) {
        if (answer.statusCode() == UNAUTHORIZED) {
            return new ToolException("the cloud at " + root + " does not accept this administrator's token");
        }
        try {
            ErrorAnswer error = Json.read(answer.body(), ErrorAnswer.class);
            return new ToolException("the cloud refused: " + error.message() + " (" + error.code() + ", request "
                    + error.requestId() + ")");
        } catch (MalformedMessageException e) {
            return new ToolException(
                    root + " answered with status " + answer.statusCode() + ", not as an Outpost cloud does", e);
        }
    }

    private <T> T call(String path, String method, BodyPublisher body, Class<T> answer) {
        String text = text(method, path, body);
        try {
            return Json.read(text, answer);
        } catch (MalformedMessageException e) {
            throw new ToolException(root + " does not answer as an Outpost cloud does: " + e.getMessage(), e);
        }
    }

    private String text(String method, String path, BodyPublisher body) {
        try {
            HttpResponse<String> answer = http.send(
                    request(path).method(method, body).timeout(CALL_LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= OK_BELOW) {
                throw refused(answer);
            }
            return answer.body();
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolException("interrupted while waiting for the cloud", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(root.resolve("/api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Outpost-Protocol", Integer.toString(Limits.PROTOCOL_VERSION));
    }

    private String ofTenant(String path) {
        return path + "?tenant=" + tenant;
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Json.write(body));
    }
}
