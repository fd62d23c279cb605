package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/**
 * One thing that happened at a till, on its way to everyone who must know.
 *
 * <p>The payload travels as text, so that the bytes that were hashed and signed are the bytes that are checked.
 *
 * @param occurredAt wall time with zone, ISO 8601 as {@link ZonedDateTime} writes it
 * @param hlc the stamp that orders events when wall clocks lie
 * @param payload JSON of the type's payload, at most {@link Limits#PAYLOAD_CHARS} characters
 * @param payloadHash SHA-256 of the payload's UTF-8 bytes, 64 hexadecimal digits
 * @param previousHash {@link #hash} of the event before it in the same posId, or {@link #NO_HASH} for the first
 * @param hash SHA-256 over all fields above, as {@link #expectedHash()} computes it
 * @param signature the terminal's Ed25519 signature of the hash's ASCII form, Base64
 */
public record Event(
        TerminalId terminalId,
        PosId posId,
        long localEventId,
        EventType type,
        BranchId branchId,
        String occurredAt,
        HlcStamp hlc,
        String payload,
        String payloadHash,
        String previousHash,
        String hash,
        String signature) {

    /** Stands before the first event of a posId. */
    public static final String NO_HASH = "0".repeat(64);

    public Event {
        new EventKey(terminalId, posId, localEventId);
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(branchId, "branchId");
        Objects.requireNonNull(hlc, "hlc");
        ZonedDateTime.parse(occurredAt);
        Objects.requireNonNull(payload, "payload");
        if (payload.length() > Limits.PAYLOAD_CHARS) {
            throw new IllegalArgumentException(
                    "payload has " + payload.length() + " characters, the limit is " + Limits.PAYLOAD_CHARS);
        }
        Sha256.requireHex("payloadHash", payloadHash);
        Sha256.requireHex("previousHash", previousHash);
        Sha256.requireHex("hash", hash);
        Objects.requireNonNull(signature, "signature");
    }

    /** Makes the next event of a chain: hashes it, links it to the one before, and signs it. */
    public static Event signed(
            EventKey key,
            EventType type,
            BranchId branchId,
            ZonedDateTime occurredAt,
            HlcStamp hlc,
            String payload,
            String previousHash,
            PrivateKey terminalKey) {
        String time = DateTimeFormatter.ISO_ZONED_DATE_TIME.format(occurredAt);
        String payloadHash = Sha256.hex(payload);
        String hash = hashOf(key, type, branchId, time, hlc, payloadHash, previousHash);
        return new Event(
                key.terminalId(),
                key.posId(),
                key.localEventId(),
                type,
                branchId,
                time,
                hlc,
                payload,
                payloadHash,
                previousHash,
                hash,
                Ed25519.sign(terminalKey, hash));
    }

    @JsonIgnore
    public EventKey key() {
        return new EventKey(terminalId, posId, localEventId);
    }

    /** Whether the content is what was hashed, and the hash is what that terminal signed. */
    public boolean isAuthentic(PublicKey terminalKey) {
        return payloadHash.equals(Sha256.hex(payload))
                && hash.equals(expectedHash())
                && Ed25519.isSignedBy(terminalKey, hash, signature);
    }

    /** The hash that this event's fields should have. */
    public String expectedHash() {
        return hashOf(key(), type, branchId, occurredAt, hlc, payloadHash, previousHash);
    }

    private static String hashOf(
            EventKey key,
            EventType type,
            BranchId branchId,
            String occurredAt,
            HlcStamp hlc,
            String payloadHash,
            String previousHash) {
        return Sha256.hex(String.join(
                "\n",
                "outpost-event-1",
                key.terminalId().value(),
                key.posId().value(),
                Long.toString(key.localEventId()),
                type.wireName(),
                branchId.value(),
                occurredAt,
                hlc.toString(),
                payloadHash,
                previousHash));
    }
}
