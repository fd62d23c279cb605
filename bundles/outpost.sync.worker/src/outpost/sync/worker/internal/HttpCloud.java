package outpost.sync.worker.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import outpost.protocol.BranchStreams;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventsAnswer;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.LanesAnswer;
import outpost.protocol.LanesRequest;
import outpost.protocol.Limits;
import outpost.protocol.PullAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.Sink;
import outpost.protocol.StreamState;
import outpost.protocol.TillReport;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.values.PosId;

/** The cloud over HTTP: what is sent, and what an answer must look like. */
final class HttpCloud implements Cloud {
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(5);
    private static final Duration SIGN_IN_LIMIT = Duration.ofSeconds(10);
    private static final Duration DATA_LIMIT = Duration.ofSeconds(30);
    private static final long PULL_BYTES = 64L * 1024 * 1024;
    private static final long RECONCILE_BYTES = 32L * 1024 * 1024;

    private final HttpCalls calls;
    private final URI api;

    HttpCloud(HttpClient client, URI root) {
        calls = new HttpCalls(client);
        api = URI.create(root.toString().replaceAll("/+$", "") + "/api/v1/");
    }

    @Override
    public Health health() throws CloudException, InterruptedException {
        return calls.read(get("health", HEALTH_LIMIT), HEALTH_LIMIT, Limits.BODY_BYTES, Health.class);
    }

    @Override
    public EnrolAnswer enrol(EnrolRequest request) throws CloudException, InterruptedException {
        HttpRequest http = post("terminals/enrol", json(request), SIGN_IN_LIMIT).build();
        return calls.read(http, SIGN_IN_LIMIT, Limits.BODY_BYTES, EnrolAnswer.class);
    }

    @Override
    public TokenAnswer token(TokenRequest request) throws CloudException, InterruptedException {
        HttpRequest http = post("auth/token", json(request), SIGN_IN_LIMIT).build();
        return calls.read(http, SIGN_IN_LIMIT, Limits.BODY_BYTES, TokenAnswer.class);
    }

    @Override
    public Delivery push(String token, List<Event> events) {
        PushRequest request = new PushRequest(events);
        byte[] body = json(request);
        if (body.length > Limits.PUSH_BYTES) {
            return new TooLarge(body.length);
        }
        HttpRequest http = authorised(post("sync/push", body, DATA_LIMIT), token)
                .header(PushRequest.IDEMPOTENCY_KEY, request.idempotencyKey())
                .build();
        return new HttpDelivery(calls, calls.begin(http, DATA_LIMIT), events.size());
    }

    @Override
    public StreamState stream(String token, PosId posId) throws CloudException, InterruptedException {
        HttpRequest http = authorised(request("sync/stream?pos=" + posId, SIGN_IN_LIMIT), token)
                .build();
        return calls.read(http, SIGN_IN_LIMIT, Limits.BODY_BYTES, StreamState.class);
    }

    @Override
    public BranchStreams streams(String token) throws CloudException, InterruptedException {
        HttpRequest http =
                authorised(request("sync/streams", SIGN_IN_LIMIT), token).build();
        return calls.read(http, SIGN_IN_LIMIT, Limits.PUSH_DECOMPRESSED_BYTES, BranchStreams.class);
    }

    @Override
    public List<Event> events(String token, BranchStreams.Stream of, long after)
            throws CloudException, InterruptedException {
        String query = "sync/events?terminal=" + of.terminalId() + "&pos=" + of.posId() + "&after=" + after;
        HttpRequest http = authorised(request(query, DATA_LIMIT), token).build();
        return calls.read(http, DATA_LIMIT, Limits.PUSH_DECOMPRESSED_BYTES, EventsAnswer.class)
                .events();
    }

    @Override
    public TillReport report(String token, TillReport report) throws CloudException, InterruptedException {
        calls.send(
                authorised(post("sync/report", json(report), SIGN_IN_LIMIT), token)
                        .build(),
                SIGN_IN_LIMIT);
        return report;
    }

    @Override
    public LanesAnswer lanes(String token, LanesRequest request) throws CloudException, InterruptedException {
        HttpRequest http = authorised(post("sync/lanes", json(request), SIGN_IN_LIMIT), token)
                .build();
        return calls.read(http, SIGN_IN_LIMIT, Limits.PUSH_BYTES, LanesAnswer.class);
    }

    @Override
    public PullAnswer pull(String token, long cursor, int limit) throws CloudException, InterruptedException {
        HttpRequest http = authorised(request("sync/pull?cursor=" + cursor + "&limit=" + limit, DATA_LIMIT), token)
                .build();
        return calls.read(http, DATA_LIMIT, PULL_BYTES, PullAnswer.class);
    }

    @Override
    public Snapshot snapshot(String token, Optional<Sink.RowKey> after) throws CloudException, InterruptedException {
        String query = after.map(
                        key -> "?after=" + URLEncoder.encode(key.type() + ":" + key.id(), StandardCharsets.UTF_8))
                .orElse("");
        return new HttpSnapshot(calls.open(
                authorised(request("sync/snapshot" + query, DATA_LIMIT), token).build(), DATA_LIMIT));
    }

    @Override
    public ReconcileAnswer reconcile(String token, ReconcileRequest request)
            throws CloudException, InterruptedException {
        HttpRequest http = authorised(post("sync/reconcile", json(request), DATA_LIMIT), token)
                .build();
        return calls.read(http, DATA_LIMIT, RECONCILE_BYTES, ReconcileAnswer.class);
    }

    private HttpRequest get(String path, Duration limit) {
        return request(path, limit).build();
    }

    private HttpRequest.Builder post(String path, byte[] compressed, Duration limit) {
        return request(path, limit)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(compressed));
    }

    private HttpRequest.Builder request(String path, Duration limit) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(limit)
                .header("Accept-Encoding", "gzip")
                .header("Outpost-Protocol", Integer.toString(Limits.PROTOCOL_VERSION));
    }

    private static HttpRequest.Builder authorised(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    /** The message as JSON, compressed. */
    private static byte[] json(Object message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new FastGzip(bytes)) {
            Json.mapper().writeValue(gzip, message);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** What the cloud would refuse, refused before it has crossed a slow line. */
    private record TooLarge(int bytes) implements Delivery {
        @Override
        public List<EventAnswer> answers() throws RefusalException {
            throw new RefusalException(
                    413,
                    ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE.name(),
                    "The events have " + bytes + " bytes, the limit is " + Limits.PUSH_BYTES + ".",
                    Optional.empty());
        }

        @Override
        public void abandon() {
            // Nothing is on its way.
        }
    }

    /** Level 1: a till has little processor and sends little. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
