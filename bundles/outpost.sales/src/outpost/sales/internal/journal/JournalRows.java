package outpost.sales.internal.journal;

import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.JournalEntry;
import outpost.protocol.Sha256;
import outpost.store.Transaction;

/** How entries lie in the table {@code journal}. */
final class JournalRows {
    private JournalRows() {}

    static Head head(Transaction transaction) {
        return transaction
                .first(
                        "SELECT seq, hash FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
                        row -> new Head(row.number("seq"), row.text("hash")))
                .orElse(new Head(0, Event.NO_HASH));
    }

    /** @param withContent false where the content lies in another table */
    static void insert(Transaction transaction, JournalEntry entry, boolean withContent) {
        transaction.update(
                "INSERT INTO journal (seq, at, kind, subject, payload_hash, previous_hash, hash, pos_id, payload,"
                        + " signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.seq(),
                entry.at(),
                entry.kind(),
                entry.subject(),
                Sha256.hex(entry.content()),
                entry.previousHash(),
                entry.hash(),
                entry.posId().value(),
                withContent ? Optional.of(entry.content()) : Optional.empty(),
                entry.signature());
    }

    /** The last entry. */
    record Head(long seq, String hash) {}
}
