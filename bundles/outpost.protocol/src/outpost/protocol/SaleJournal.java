package outpost.protocol;

import java.time.ZonedDateTime;
import outpost.values.PosId;

/**
 * Where a sale stands in its till's journal; the hash of its own entry follows from these and the sale.
 *
 * @param seq the entry's number, 1, 2, 3 … without a gap
 * @param at when the entry was made, wall time with zone, ISO 8601
 * @param previousHash of the entry before it, 64 hexadecimal digits; zeros before the first
 */
public record SaleJournal(long seq, String at, String previousHash) {
    public SaleJournal {
        if (seq < 1) {
            throw new IllegalArgumentException("seq is " + seq + ", must be at least 1");
        }
        ZonedDateTime.parse(at);
        Sha256.requireHex("previousHash", previousHash);
    }

    /**
     * The hash of the sale's own entry, as {@link JournalEntry#hashOf} computes it.
     *
     * @param type sale or refund, as the event is
     * @param payloadHash the event's
     */
    public String entryHash(PosId posId, EventType type, String receiptNumber, String payloadHash) {
        return JournalEntry.hashOf(posId, seq, at, type.wireName(), receiptNumber, payloadHash, previousHash);
    }
}
