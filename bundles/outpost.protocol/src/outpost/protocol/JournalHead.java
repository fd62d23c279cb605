package outpost.protocol;

/**
 * How far somebody else knows a journal.
 *
 * @param seq of the last entry they know
 * @param hash of that entry
 */
public record JournalHead(long seq, String hash) {}
