package outpost.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import outpost.protocol.CatalogState;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.protocol.SyncCounters;
import outpost.protocol.TillReport;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;

/** A till's side of the protocol with nothing behind it: it signs real events, keeps them until they are acknowledged, and asks for changes. */
final class Till {
    private static final int LINES = 3;
    private static final long LINE_MINOR = 255;
    private static final PosId FILE = new PosId("file-1");
    private static final int ASSERTION_SECONDS = 300;

    private final Calls calls;
    private final Calls.Line line;
    private final KeyPair keys = Ed25519.newKeyPair();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicLong nudges = new AtomicLong();
    private final Deque<Event> waiting = new ArrayDeque<>();
    private Optional<PushRequest> underWay = Optional.empty();
    private EnrolAnswer identity;
    private volatile Optional<String> token = Optional.empty();
    private volatile Optional<WebSocket> socket = Optional.empty();
    private volatile boolean listening;
    private long cursor;
    private long rung;
    private long accepted;
    private long duplicates;
    private String lastHash = Event.NO_HASH;

    Till(Calls calls, int node) {
        this.calls = calls;
        this.line = new Calls.Line(node);
    }

    /** Becomes the terminal of that code, and signs in. */
    CompletableFuture<Void> enrol(String code) {
        return calls.call(
                        line,
                        "enrol",
                        "terminals/enrol",
                        "POST",
                        Optional.empty(),
                        Optional.of(Json.write(new EnrolRequest(code, Ed25519.encode(keys.getPublic())))))
                .thenCompose(answer -> {
                    identity = Json.read(answer.orElseThrow(), EnrolAnswer.class);
                    return signIn();
                });
    }

    private CompletableFuture<Void> signIn() {
        return calls.call(
                        line,
                        "token",
                        "auth/token",
                        "POST",
                        Optional.empty(),
                        Optional.of(Json.write(new TokenRequest(assertion()))))
                .thenAccept(answer -> token =
                        answer.map(json -> Json.read(json, TokenAnswer.class).token()));
    }

    /** Connects to {@code sync/live}, once. */
    CompletableFuture<Void> listen() {
        listening = true;
        if (token.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return calls.listen(line, token.get(), new Ear()).handle((made, failure) -> {
            socket = Optional.ofNullable(made);
            return null;
        });
    }

    boolean isConnected() {
        return socket.isPresent();
    }

    void hangUp() {
        listening = false;
        socket.ifPresent(WebSocket::abort);
    }

    /** Rings a sale; it waits for the next cycle. */
    synchronized void sell() {
        rung++;
        Instant now = Instant.now();
        Event event = Event.signed(
                new EventKey(identity.terminalId(), FILE, rung),
                EventType.SALE,
                identity.branchId(),
                now.atZone(ZoneOffset.UTC),
                new HlcStamp(now.toEpochMilli(), 0),
                Json.write(sale(identity.currency(), rung)),
                lastHash,
                keys.getPrivate());
        lastHash = event.hash();
        waiting.add(event);
    }

    /** Push, pull and report, one after the other; a cycle that comes while another is under way is left out. */
    CompletableFuture<Void> cycle() {
        if (!busy.compareAndSet(false, true)) {
            return CompletableFuture.completedFuture(null);
        }
        long begun = System.nanoTime();
        CompletableFuture<Void> signedIn = token.isPresent() ? CompletableFuture.completedFuture(null) : signIn();
        return signedIn.thenCompose(done -> push())
                .thenCompose(done -> pull())
                .thenCompose(done -> report())
                .thenCompose(done -> listening && socket.isEmpty() ? listen() : CompletableFuture.completedFuture(null))
                .whenComplete((done, failure) -> {
                    busy.set(false);
                    if (failure == null) {
                        calls.took("cycle", begun);
                    }
                });
    }

    private CompletableFuture<Void> push() {
        PushRequest batch;
        synchronized (this) {
            if (underWay.isEmpty() && !waiting.isEmpty()) {
                underWay = Optional.of(new PushRequest(List.copyOf(waiting).subList(0, Math.min(waiting.size(), 200))));
            }
            if (underWay.isEmpty()) {
                return CompletableFuture.completedFuture(null);
            }
            batch = underWay.get();
        }
        return calls.call(
                        line,
                        "push",
                        "sync/push",
                        "POST",
                        token,
                        Optional.of(Json.write(batch)),
                        PushRequest.IDEMPOTENCY_KEY,
                        batch.idempotencyKey())
                .thenAccept(answer -> {
                    if (answer.isPresent()) {
                        taken(batch, Json.read(answer.get(), PushAnswer.class));
                    } else {
                        token = Optional.empty();
                    }
                });
    }

    private synchronized void taken(PushRequest batch, PushAnswer answer) {
        accepted += count(answer, Status.ACCEPTED);
        duplicates += count(answer, Status.DUPLICATE);
        if (count(answer, Status.REJECTED) > 0) {
            throw new IllegalStateException("The cloud refuses what is right: " + answer);
        }
        batch.events().forEach(event -> waiting.remove());
        underWay = Optional.empty();
    }

    private static long count(PushAnswer answer, Status status) {
        return answer.results().stream().filter(one -> one.status() == status).count();
    }

    private CompletableFuture<Void> pull() {
        return calls.call(line, "pull", "sync/pull?cursor=" + cursor, "GET", token, Optional.empty())
                .thenAccept(answer -> answer.ifPresent(
                        json -> cursor = Json.read(json, PullAnswer.class).cursor()));
    }

    private CompletableFuture<Void> report() {
        TillReport report = new TillReport(
                FILE,
                "load",
                waitingEvents(),
                Optional.empty(),
                0,
                0,
                0,
                rung,
                0,
                1,
                Optional.of(System.currentTimeMillis()),
                Optional.of(0L),
                CatalogState.EMPTY,
                Optional.empty(),
                new SyncCounters(0, 0, 0, 0, 0, 0, 0, 0),
                1L << 40,
                Optional.empty(),
                Optional.empty());
        return calls.call(line, "report", "sync/report", "POST", token, Optional.of(Json.write(report)))
                .thenAccept(answer -> {});
    }

    synchronized long waitingEvents() {
        return waiting.size();
    }

    synchronized long rung() {
        return rung;
    }

    synchronized long accepted() {
        return accepted;
    }

    synchronized long duplicates() {
        return duplicates;
    }

    long nudges() {
        return nudges.get();
    }

    /** The sum of all its sales. */
    synchronized long rungMinor() {
        return rung * LINES * LINE_MINOR;
    }

    private static SalePayload sale(String currency, long number) {
        List<SaleLine> lines = IntStream.rangeClosed(1, LINES)
                .mapToObj(i -> new SaleLine(
                        i,
                        Optional.of("P" + i),
                        "4006381333931",
                        "Something that is sold",
                        1000,
                        LINE_MINOR,
                        LINE_MINOR,
                        "standard",
                        200_000))
                .toList();
        return new SalePayload(
                UUID.randomUUID(),
                "L-" + number,
                Optional.empty(),
                currency,
                "Cashier",
                lines,
                SaleTax.of(currency, lines),
                List.of(new SaleTender(SaleTender.CASH, LINES * LINE_MINOR, LINES * LINE_MINOR, 0)),
                LINES * LINE_MINOR);
    }

    private String assertion() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(identity.terminalId().value());
        claims.setSubject(identity.terminalId().value());
        claims.setAudience(identity.cloudId());
        claims.setStringClaim("tenant", identity.tenantId().value());
        claims.setIssuedAt(NumericDate.now());
        claims.setExpirationTimeMinutesInTheFuture(ASSERTION_SECONDS / 60f);
        claims.setGeneratedJwtId();
        JsonWebSignature jwt = new JsonWebSignature();
        jwt.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jwt.setKey(keys.getPrivate());
        jwt.setPayload(claims.toJson());
        try {
            return jwt.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Ear implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            if (Json.read(text.toString(), JsonNode.class).has("kind")) {
                nudges.incrementAndGet();
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            socket = Optional.empty();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            socket = Optional.empty();
        }
    }
}
