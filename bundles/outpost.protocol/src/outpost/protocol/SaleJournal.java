package outpost.protocol;

/**
 * Where a sale stands in its till's journal; the hash of its own entry follows from these and the sale.
 *
 * @param seq the entry's number, 1, 2, 3 … without a gap
 * @param previousHash of the entry before it, 64 hexadecimal digits; zeros before the first
 */
public record SaleJournal(long seq, String previousHash) {
    public SaleJournal {
        if (seq < 1) {
            throw new IllegalArgumentException("seq is " + seq + ", must be at least 1");
        }
        Sha256.requireHex("previousHash", previousHash);
    }
}
