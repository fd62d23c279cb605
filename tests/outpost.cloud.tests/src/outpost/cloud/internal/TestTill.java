package outpost.cloud.internal;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SaleJournal;
import outpost.protocol.SalePayload;
import outpost.protocol.Sha256;
import outpost.protocol.TillReport;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** A till's side of the protocol, made of the protocol's own records. */
final class TestTill {
    private final TestCloud cloud;
    private final KeyPair keys = Ed25519.newKeyPair();
    private final EnrolAnswer identity;
    private final String token;
    private PosId posId = new PosId("pos-1");
    private long lastEvent;
    private String lastHash = Event.NO_HASH;
    private long lastEntry;
    private String lastEntryHash = Event.NO_HASH;

    TestTill(TestCloud cloud, String code) {
        this.cloud = cloud;
        this.identity = cloud.post("terminals/enrol", new EnrolRequest(code, Ed25519.encode(keys.getPublic())))
                .as(EnrolAnswer.class);
        this.token = freshToken();
    }

    static TestTill inNewTenant(TestCloud cloud) {
        return new TestTill(cloud, cloud.newCode(cloud.newTenant()));
    }

    EnrolAnswer identity() {
        return identity;
    }

    String tenant() {
        return identity.tenantId().value();
    }

    String token() {
        return token;
    }

    String publicKey() {
        return Ed25519.encode(keys.getPublic());
    }

    PrivateKey privateKey() {
        return keys.getPrivate();
    }

    String freshToken() {
        return cloud.post("auth/token", new TokenRequest(assertion(cloud.clock().instant(), 300, privateKey())))
                .as(TokenAnswer.class)
                .token();
    }

    String assertion(Instant issuedAt, int lifeSeconds, PrivateKey key) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(identity.terminalId().value());
        claims.setSubject(identity.terminalId().value());
        claims.setAudience(identity.cloudId());
        claims.setStringClaim("tenant", tenant());
        claims.setIssuedAt(NumericDate.fromMilliseconds(issuedAt.toEpochMilli()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(issuedAt.toEpochMilli() + lifeSeconds * 1000L));
        claims.setGeneratedJwtId();
        JsonWebSignature jwt = new JsonWebSignature();
        jwt.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jwt.setKey(key);
        jwt.setPayload(claims.toJson());
        try {
            return jwt.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts another database file: events are numbered from 1 again. */
    void useFile(String id) {
        posId = new PosId(id);
        lastEvent = 0;
        lastHash = Event.NO_HASH;
        lastEntry = 0;
        lastEntryHash = Event.NO_HASH;
    }

    /** The next event of this till: a sale of that many lines. */
    Event sale(int lines) {
        return next(EventType.SALE, Sales.of(UUID.randomUUID(), lines, 1));
    }

    Event refund(int lines) {
        return next(EventType.REFUND, Sales.of(UUID.randomUUID(), lines, -1));
    }

    /** The next entry of this till's journal, about an act that is no sale. */
    JournalEntry act(String kind, String content) {
        JournalEntry entry =
                JournalEntry.signed(posId, lastEntry + 1, now(), kind, "", content, lastEntryHash, privateKey());
        lastEntry++;
        lastEntryHash = entry.hash();
        return entry;
    }

    Event journal(JournalEntry entry) {
        return next(EventType.JOURNAL, Json.write(entry));
    }

    /** The next sale, with its place in this till's journal. */
    Event journalled(SalePayload sale) {
        SaleJournal place = new SaleJournal(lastEntry + 1, now(), lastEntryHash, Optional.of(posId));
        String payload = Json.write(Sales.with(sale, json -> json.putPOJO("journal", place)));
        lastEntry++;
        lastEntryHash = place.entryHash(posId, EventType.SALE, sale.receiptNumber(), Sha256.hex(payload));
        return next(EventType.SALE, payload);
    }

    private String now() {
        return ZonedDateTime.ofInstant(cloud.clock().instant(), ZoneId.of("Europe/London"))
                .toString();
    }

    /** The hash of the journal's last entry. */
    String journalHash() {
        return lastEntryHash;
    }

    Event next(EventType type, SalePayload sale) {
        return next(type, Json.write(sale));
    }

    Event next(EventType type, String payload) {
        Event event = event(lastEvent + 1, type, payload);
        lastEvent++;
        lastHash = event.hash();
        return event;
    }

    /** The same again as this till's next event, as a till does that takes a new posId. */
    Event again(Event told) {
        Event event = Event.signed(
                new EventKey(identity.terminalId(), posId, lastEvent + 1),
                told.type(),
                told.branchId(),
                ZonedDateTime.parse(told.occurredAt()),
                told.hlc(),
                told.payload(),
                lastHash,
                privateKey());
        lastEvent++;
        lastHash = event.hash();
        return event;
    }

    /** An event with any number, which does not count as this till's next one. */
    Event event(long number, EventType type, String payload) {
        return event(identity.branchId(), number, type, payload);
    }

    Event event(BranchId branch, long number, EventType type, String payload) {
        TerminalId terminal = identity.terminalId();
        ZonedDateTime time = ZonedDateTime.ofInstant(cloud.clock().instant(), ZoneId.of("Europe/London"));
        HlcStamp stamp = new HlcStamp(cloud.clock().millis(), 0);
        return Event.signed(
                new EventKey(terminal, posId, number), type, branch, time, stamp, payload, lastHash, privateKey());
    }

    PushAnswer push(Event... events) {
        return push(List.of(events));
    }

    /** As {@link #push}, of a till that has signed in again. */
    PushAnswer push(String newToken, Event... events) {
        PushRequest batch = new PushRequest(List.of(events));
        return tryPush(newToken, batch.idempotencyKey(), Json.write(batch)).as(PushAnswer.class);
    }

    PushAnswer push(List<Event> events) {
        return tryPush(events).as(PushAnswer.class);
    }

    Answer tryPush(List<Event> events) {
        PushRequest batch = new PushRequest(events);
        return tryPush(token, batch.idempotencyKey(), Json.write(batch));
    }

    Answer tryPush(String withToken, String key, String body) {
        return cloud.send(cloud.request("sync/push", withToken)
                .header("Content-Type", "application/json")
                .header("Outpost-Protocol", "1")
                .header(PushRequest.IDEMPOTENCY_KEY, key)
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8))));
    }

    Answer report(TillReport report) {
        return post("sync/report", report);
    }

    Answer post(String path, Object message) {
        return postText(path, Json.write(message));
    }

    Answer postText(String path, String body) {
        return cloud.send(cloud.request(path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path) {
        return cloud.get(path, token);
    }
}
