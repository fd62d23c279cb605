package outpost.sales.internal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import outpost.protocol.Event;
import outpost.protocol.Sha256;
import outpost.store.Transaction;

/**
 * The till's own record of what happened, chained by hashes.
 *
 * <p>{@code hash} = SHA-256 of the lines {@code outpost-journal-1}, seq, at, kind, subject, payload hash, previous hash, joined by line feeds; the first
 * entry's previous hash is 64 zeros.
 */
final class Journal {
    private Journal() {}

    /** @param payload what the entry is about, of which only the hash is kept here */
    static void append(Transaction transaction, ZonedDateTime time, String kind, String subject, String payload) {
        String at = DateTimeFormatter.ISO_ZONED_DATE_TIME.format(time);
        Head head = transaction
                .first(
                        "SELECT seq, hash FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
                        row -> new Head(row.number("seq"), row.text("hash")))
                .orElse(new Head(0, Event.NO_HASH));
        long seq = head.seq() + 1;
        String payloadHash = Sha256.hex(payload);
        String hash = Sha256.hex(String.join(
                "\n", "outpost-journal-1", Long.toString(seq), at, kind, subject, payloadHash, head.hash()));
        transaction.update(
                "INSERT INTO journal (seq, at, kind, subject, payload_hash, previous_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                seq,
                at,
                kind,
                subject,
                payloadHash,
                head.hash(),
                hash);
    }

    private record Head(long seq, String hash) {}
}
