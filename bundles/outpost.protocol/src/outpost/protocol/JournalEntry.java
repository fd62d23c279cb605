package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.ZonedDateTime;
import java.util.Objects;
import outpost.values.PosId;

/**
 * One entry of a till's journal, chained to the one before and signed by the terminal. As the payload of {@link EventType#JOURNAL} it tells of an act that is
 * no sale; a sale's own entry is made of its event's payload, see {@link #hashOf}.
 *
 * @param posId the database file that the journal is of
 * @param seq 1, 2, 3 … without a gap
 * @param at wall time with zone, ISO 8601
 * @param kind what was done: {@code sale}, {@code refund}, {@code void_line}, {@code drawer} …
 * @param subject what it was done to: a receipt's number, a ticket's, shift's or user's id; may be empty
 * @param content JSON as text: who, why, by whose leave, and the kind's own fields; for a sale its payload
 * @param previousHash {@link #hash} of the entry before, or {@link Event#NO_HASH} for the first
 * @param signature the terminal's Ed25519 signature of the hash's ASCII form, Base64
 */
public record JournalEntry(
        PosId posId,
        long seq,
        String at,
        String kind,
        String subject,
        String content,
        String previousHash,
        String hash,
        String signature) {
    /**
     * Kind of the first entry of a file that had to take a new posId. Its subject is the former posId, its content {@code formerSeq} and {@code formerHash}: the
     * head of the journal that it continues.
     */
    public static final String RENUMBERED = "renumbered";

    static final String FORM = "outpost-journal-2";

    public JournalEntry {
        Objects.requireNonNull(posId, "posId");
        if (seq < 1) {
            throw new IllegalArgumentException("seq is " + seq + ", must be 1 or more");
        }
        ZonedDateTime.parse(at);
        Limits.requireText("kind", kind, 1, Limits.CODE_CHARS);
        Limits.requireText("subject", subject, 0, Limits.NAME_CHARS);
        Limits.requireText("content", content, 0, Limits.PAYLOAD_CHARS);
        Sha256.requireHex("previousHash", previousHash);
        Sha256.requireHex("hash", hash);
        Objects.requireNonNull(signature, "signature");
    }

    /** Makes the next entry of a journal: hashes it, links it to the one before, and signs it. */
    public static JournalEntry signed(
            PosId posId,
            long seq,
            String at,
            String kind,
            String subject,
            String content,
            String previousHash,
            PrivateKey terminalKey) {
        String hash = hashOf(posId, seq, at, kind, subject, Sha256.hex(content), previousHash);
        return new JournalEntry(
                posId, seq, at, kind, subject, content, previousHash, hash, Ed25519.sign(terminalKey, hash));
    }

    /**
     * SHA-256 of the lines {@code outpost-journal-2}, posId, seq, at, kind, subject, content hash, previous hash, joined by line feeds. For the entry of a sale
     * or refund, kind is the event type's wire name, subject the receipt's number, the content hash the event's payload hash, and the rest stands in the
     * payload's {@code journal}.
     */
    public static String hashOf(
            PosId posId, long seq, String at, String kind, String subject, String contentHash, String previousHash) {
        return Sha256.hex(String.join(
                "\n", FORM, posId.value(), Long.toString(seq), at, kind, subject, contentHash, previousHash));
    }

    /** The hash that this entry's fields should have. */
    @JsonIgnore
    public String expectedHash() {
        return hashOf(posId, seq, at, kind, subject, Sha256.hex(content), previousHash);
    }

    /** Whether the hash is what the content makes, and what that terminal signed. */
    public boolean isAuthentic(PublicKey terminalKey) {
        return hash.equals(expectedHash()) && Ed25519.isSignedBy(terminalKey, hash, signature);
    }
}
