package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPair;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

class EventTest {
    private static final KeyPair KEYS = Ed25519.newKeyPair();
    private static final String OTHER_HASH = "ab".repeat(32);

    private final Event event = event(1, "{\"totalMinor\":255}", Event.NO_HASH);

    @Test
    void isAuthenticAsWrittenAndAfterItTravelled() {
        assertTrue(event.isAuthentic(KEYS.getPublic()));
        assertEquals(event, Json.read(Json.write(event), Event.class));
        assertTrue(Json.read(Json.write(event), Event.class).isAuthentic(KEYS.getPublic()));
    }

    @Test
    void isNotAuthenticForAnotherTerminalsKey() {
        assertFalse(event.isAuthentic(Ed25519.newKeyPair().getPublic()));
    }

    @ParameterizedTest
    @CsvSource({
        "terminalId, till-2",
        "posId, OTHER",
        "type, refund",
        "branchId, other",
        "occurredAt, 2026-01-31T10:15:30.124+01:00[Europe/Berlin]",
        "hlc, 00000000000003e9",
        "payload, '{\"totalMinor\":256}'",
        "payloadHash, abababababababababababababababababababababababababababababababab",
        "previousHash, abababababababababababababababababababababababababababababababab",
        "hash, abababababababababababababababababababababababababababababababab",
        "signature, AAAA",
        "signature, 'no base64 !'"
    })
    @Tag("A-906")
    void anyChangedFieldIsFound(String field, String value) throws Exception {
        ObjectNode tampered = (ObjectNode) Json.mapper().readTree(Json.write(event));
        tampered.put(field, value);

        assertFalse(Json.read(tampered.toString(), Event.class).isAuthentic(KEYS.getPublic()), field);
    }

    @Test
    void aRenumberedEventIsFound() throws Exception {
        ObjectNode tampered = (ObjectNode) Json.mapper().readTree(Json.write(event));
        tampered.put("localEventId", 2);

        assertFalse(Json.read(tampered.toString(), Event.class).isAuthentic(KEYS.getPublic()));
    }

    @Test
    void anEventWhoseHashWasMadeToFitAgainIsFoundByItsSignature() {
        Event forged = event(1, "{\"totalMinor\":1}", Event.NO_HASH);
        Event passedOff = new Event(
                forged.terminalId(),
                forged.posId(),
                forged.localEventId(),
                forged.type(),
                forged.branchId(),
                forged.occurredAt(),
                forged.hlc(),
                forged.payload(),
                forged.payloadHash(),
                forged.previousHash(),
                forged.hash(),
                event.signature());

        assertFalse(passedOff.isAuthentic(KEYS.getPublic()));
    }

    @Test
    void theHashIsTheOneOfTheProtocolPage() {
        String lines = String.join(
                "\n",
                "outpost-event-1",
                "till-1",
                "POS1",
                "1",
                "sale",
                "main",
                "2026-01-31T10:15:30.123+01:00[Europe/Berlin]",
                "00000000000003e8",
                Sha256.hex("{\"totalMinor\":255}"),
                "0".repeat(64));

        assertEquals(Sha256.hex(lines), event.hash());
    }

    @Test
    void theIdempotencyKeyNamesTheBatchAndItsOrder() {
        Event next = event(2, "{}", event.hash());

        String key = new PushRequest(List.of(event, next)).idempotencyKey();

        assertEquals(key, new PushRequest(List.of(event, next)).idempotencyKey());
        assertFalse(key.equals(new PushRequest(List.of(next, event)).idempotencyKey()));
        assertFalse(key.equals(new PushRequest(List.of(event)).idempotencyKey()));
    }

    @Test
    void nonsenseIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> event(0, "{}", Event.NO_HASH));
        assertThrows(IllegalArgumentException.class, () -> event(1, "{}", "AB".repeat(32)));
        assertThrows(IllegalArgumentException.class, () -> event(1, "x".repeat(Limits.PAYLOAD_CHARS + 1), OTHER_HASH));
        assertThrows(IllegalArgumentException.class, () -> new PushRequest(List.of()));
    }

    private static Event event(long localEventId, String payload, String previousHash) {
        return Event.signed(
                new EventKey(new TerminalId("till-1"), new PosId("POS1"), localEventId),
                EventType.SALE,
                new BranchId("main"),
                ZonedDateTime.parse("2026-01-31T10:15:30.123+01:00[Europe/Berlin]"),
                HlcStamp.unpack(1000),
                payload,
                previousHash,
                KEYS.getPrivate());
    }
}
