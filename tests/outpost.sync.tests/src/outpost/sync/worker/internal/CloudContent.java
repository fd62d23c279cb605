package outpost.sync.worker.internal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import outpost.protocol.BranchStreams;
import outpost.protocol.Ed25519;
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
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.StreamState;
import outpost.protocol.TillReport;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.sync.worker.internal.LoopbackCloud.Reply;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** What the {@link LoopbackCloud} knows and does: the rules of {@code docs/protocol.md}, in memory. */
final class CloudContent {
    /** Few, so that a till has to ask more than once. */
    private static final int EVENTS_PER_ANSWER = 2;

    static final String CODE = "main.CODE-1";
    /** Far from the till's clock, so that only a till that asks for the time can sign in. */
    static final long NOW_MILLIS = 4_000_000_000_000L;

    private final CloudCatalog catalog = new CloudCatalog();
    private final Map<EventKey, Event> ledger = new HashMap<>();
    private final Map<String, PushAnswer> answers = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final List<Integer> batches = new ArrayList<>();
    private Optional<PublicKey> terminalKey = Optional.empty();
    private Predicate<Event> refused = event -> false;
    private Predicate<Event> unreadable = event -> false;
    private String cloudId = "cloud-1";
    private Optional<TillReport> report = Optional.empty();
    private List<String> addresses = List.of();
    private int given;
    private int largestBatch = Limits.EVENTS_PER_PUSH;
    private int largestBody = Limits.PUSH_DECOMPRESSED_BYTES;

    CloudCatalog catalog() {
        return catalog;
    }

    synchronized Map<EventKey, Event> ledger() {
        return Map.copyOf(ledger);
    }

    /** Sizes of the batches that were processed, in order. */
    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** The last one that the till made of itself. */
    synchronized Optional<TillReport> report() {
        return report;
    }

    /** Where the till said that it takes connections of other lanes. */
    synchronized List<String> addresses() {
        return addresses;
    }

    /** The database is set up again as it was when only these events had arrived. */
    synchronized void restoreBackup(Predicate<Event> had) {
        ledger.values().removeIf(had.negate());
        answers.clear();
        tokens.clear();
    }

    /** An event of another copy of the till's file arrives. */
    synchronized void has(Event event) {
        ledger.put(event.key(), event);
    }

    synchronized void refuse(Predicate<Event> events) {
        refused = events;
    }

    /** A request that holds such an event is refused as a whole, as if it could not be read. */
    synchronized void refuseRequestsWith(Predicate<Event> events) {
        unreadable = events;
    }

    synchronized void takeAtMost(int eventsPerBatch) {
        largestBatch = eventsPerBatch;
    }

    synchronized void takeAtMostBytes(int bytes) {
        largestBody = bytes;
    }

    synchronized void becomeAnotherCloud() {
        cloudId = "cloud-2";
    }

    synchronized void forgetTokens() {
        tokens.clear();
    }

    synchronized void revokeTerminal() {
        tokens.clear();
        terminalKey = Optional.empty();
    }

    synchronized Reply answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        switch (path) {
            case "health":
                return json(new Health("ok", cloudId, NOW_MILLIS, 1, Limits.PROTOCOL_VERSION));
            case "terminals/enrol":
                return enrol(Json.mapper().readValue(body, EnrolRequest.class));
            case "auth/token":
                return token(Json.mapper().readValue(body, TokenRequest.class));
            default:
                return authorised(exchange, path, body);
        }
    }

    private Reply authorised(HttpExchange exchange, String path, byte[] body) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !tokens.contains(authorization.replaceFirst("^Bearer ", ""))) {
            return Reply.refusal(401, ErrorCode.POS_SYNC_UNAUTHORIZED, "Sign in.");
        }
        if (body.length > largestBody) {
            return Reply.refusal(413, ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE, "Too large.");
        }
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return switch (path) {
            case "sync/push" -> push(
                    exchange.getRequestHeaders().getFirst(PushRequest.IDEMPOTENCY_KEY),
                    Json.mapper().readValue(body, PushRequest.class));
            case "sync/stream" -> stream(query);
            case "sync/streams" -> streams();
            case "sync/events" -> events(query);
            case "sync/report" -> {
                report = Optional.of(Json.mapper().readValue(body, TillReport.class));
                yield Reply.of(new byte[0]);
            }
            case "sync/lanes" -> {
                addresses = Json.mapper().readValue(body, LanesRequest.class).addresses();
                yield json(new LanesAnswer(NOW_MILLIS, List.of()));
            }
            case "sync/snapshot" -> catalog.snapshot(query);
            case "sync/pull" -> catalog.pull(query);
            case "sync/reconcile" -> catalog.reconcile(Json.mapper().readValue(body, ReconcileRequest.class));
            default -> Reply.refusal(404, ErrorCode.POS_SYNC_NOT_FOUND, path);
        };
    }

    private Reply stream(String query) {
        PosId posId = new PosId(query.replaceFirst("^pos=", ""));
        List<Event> known = ledger.values().stream()
                .filter(event -> event.posId().equals(posId))
                .sorted(Comparator.comparingLong(Event::localEventId))
                .toList();
        if (known.isEmpty()) {
            return json(StreamState.unknown(posId));
        }
        long contiguous = 0;
        for (Event event : known) {
            contiguous += event.localEventId() == contiguous + 1 ? 1 : 0;
        }
        Event last = known.get(known.size() - 1);
        return json(new StreamState(
                posId, contiguous, last.localEventId(), last.hash(), last.localEventId() - known.size()));
    }

    private Reply streams() {
        Map<PosId, Event> last = new TreeMap<>(Comparator.comparing(PosId::value));
        ledger.values()
                .forEach(event -> last.merge(
                        event.posId(), event, (one, other) -> one.localEventId() > other.localEventId() ? one : other));
        return json(new BranchStreams(last.values().stream()
                .map(event -> new BranchStreams.Stream(event.terminalId(), event.posId(), event.localEventId()))
                .toList()));
    }

    private Reply events(String query) {
        return json(new EventsAnswer(ledger.values().stream()
                .filter(event -> query.contains("pos=" + event.posId() + "&"))
                .filter(event -> event.localEventId() > Long.parseLong(query.replaceFirst(".*after=", "")))
                .sorted(Comparator.comparingLong(Event::localEventId))
                .limit(EVENTS_PER_ANSWER)
                .toList()));
    }

    private Reply enrol(EnrolRequest request) {
        PublicKey key = Ed25519.publicKey(request.publicKey());
        if (!request.code().equals(CODE)
                || terminalKey.filter(known -> !known.equals(key)).isPresent()) {
            return Reply.refusal(409, ErrorCode.POS_ENROLMENT_REFUSED, "That code is used up.");
        }
        terminalKey = Optional.of(key);
        return json(new EnrolAnswer(
                new TenantId("main"),
                "Shops",
                new BranchId("b1"),
                "High Street",
                new TerminalId("t1"),
                "Lane 1",
                "GBP",
                cloudId,
                Ed25519.encode(Ed25519.newKeyPair().getPublic())));
    }

    private Reply token(TokenRequest request) {
        if (terminalKey.isEmpty()) {
            return Reply.refusal(401, ErrorCode.POS_SYNC_UNAUTHORIZED, "This terminal is revoked.");
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
                    .setVerificationKey(terminalKey.get())
                    .setExpectedIssuer("t1")
                    .setExpectedSubject("t1")
                    .setExpectedAudience(cloudId)
                    .setRequireIssuedAt()
                    .setRequireJwtId()
                    .setIssuedAtRestrictions(60, 60)
                    .setMaxFutureValidityInMinutes(5)
                    .setEvaluationTime(NumericDate.fromMilliseconds(NOW_MILLIS))
                    .build()
                    .processToClaims(request.assertion());
            if (!"main".equals(claims.getClaimValueAsString("tenant"))) {
                return Reply.refusal(401, ErrorCode.POS_SYNC_UNAUTHORIZED, "Not of this tenant.");
            }
        } catch (InvalidJwtException e) {
            return Reply.refusal(401, ErrorCode.POS_SYNC_UNAUTHORIZED, e.getMessage());
        }
        String token = "token-" + ++given;
        tokens.add(token);
        return json(new TokenAnswer(token, 900));
    }

    private Reply push(String key, PushRequest request) {
        if (request.events().size() > largestBatch) {
            return Reply.refusal(413, ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE, "Too many.");
        }
        if (!request.idempotencyKey().equals(key)) {
            return Reply.refusal(400, ErrorCode.POS_SYNC_REQUEST_INVALID, "Another key.");
        }
        if (request.events().stream().anyMatch(unreadable)) {
            return Reply.refusal(400, ErrorCode.POS_SYNC_REQUEST_INVALID, "Unreadable.");
        }
        return json(answers.computeIfAbsent(key, first -> store(request.events())));
    }

    private PushAnswer store(List<Event> events) {
        batches.add(events.size());
        List<EventAnswer> results = new ArrayList<>();
        for (Event event : events) {
            results.add(store(results.size(), event));
        }
        return new PushAnswer(results);
    }

    private EventAnswer store(int index, Event event) {
        if (refused.test(event) || !event.isAuthentic(terminalKey.orElseThrow())) {
            return EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "Refused.");
        }
        Event before = ledger.putIfAbsent(event.key(), event);
        if (before == null) {
            return EventAnswer.accepted(index);
        }
        return before.hash().equals(event.hash())
                ? EventAnswer.duplicate(index)
                : EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_FORK, "Fork.");
    }

    private static Reply json(Object message) {
        return Reply.of(Json.write(message).getBytes(StandardCharsets.UTF_8));
    }
}
