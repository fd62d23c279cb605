package outpost.protocol;

import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import outpost.values.PosId;

/**
 * Where a sale stands in its till's journal; the hash of its own entry follows from these and the sale.
 *
 * @param seq the entry's number, 1, 2, 3 … without a gap
 * @param at when the entry was made, wall time with zone, ISO 8601
 * @param previousHash of the entry before it, 64 hexadecimal digits; zeros before the first
 * @param posId whose journal it is; absent where it is that of the event's posId. An event that is appended again under a new posId keeps its payload, and so stays in
 *     the journal that it was entered in
 */
public record SaleJournal(long seq, String at, String previousHash, Optional<PosId> posId) {
    public SaleJournal {
        if (seq < 1) {
            throw new IllegalArgumentException("seq is " + seq + ", must be at least 1");
        }
        ZonedDateTime.parse(at);
        Sha256.requireHex("previousHash", previousHash);
        Objects.requireNonNull(posId, "posId");
    }

    /** Whose journal it is, for a payload that came in an event of {@code eventPos}. */
    public PosId journalOf(PosId eventPos) {
        return posId.orElse(eventPos);
    }

    /**
     * The hash of the sale's own entry, as {@link JournalEntry#hashOf} computes it.
     *
     * @param eventPos the event's
     * @param type sale or refund, as the event is
     * @param payloadHash the event's
     */
    public String entryHash(PosId eventPos, EventType type, String receiptNumber, String payloadHash) {
        return JournalEntry.hashOf(
                journalOf(eventPos), seq, at, type.wireName(), receiptNumber, payloadHash, previousHash);
    }
}
