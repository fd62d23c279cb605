package outpost.sales.internal.journal;

import java.util.List;
import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.JournalEntry;
import outpost.protocol.JournalRow;
import outpost.protocol.Sha256;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;

/** How entries lie in the table {@code journal}. */
final class JournalRows {
    private JournalRows() {}

    static Head head(Transaction transaction) {
        return transaction
                .first(
                        "SELECT seq, hash, pos_id FROM journal WHERE id = (SELECT max(id) FROM journal)",
                        row -> new Head(row.number("seq"), row.text("hash"), row.optionalText("pos_id")))
                .orElse(Head.NONE);
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

    /** The entries that this end of a SELECT over the journal {@code j} names; what a sale's entry is about is the receipt itself. */
    static List<JournalRow> select(Transaction transaction, String condition, Object... arguments) {
        return transaction.query(
                "SELECT j.seq, j.pos_id, j.at, j.kind, j.subject, coalesce(j.payload, r.payload) AS content,"
                        + " j.payload_hash, j.previous_hash, j.hash, j.signature FROM journal j"
                        + " LEFT JOIN receipts r ON j.kind IN ('sale', 'refund') AND r.number = j.subject "
                        + condition,
                JournalRows::row,
                arguments);
    }

    private static JournalRow row(Row row) {
        return new JournalRow(
                row.number("seq"),
                row.optionalText("pos_id"),
                row.text("at"),
                row.text("kind"),
                row.text("subject"),
                row.optionalText("content"),
                row.text("payload_hash"),
                row.text("previous_hash"),
                row.text("hash"),
                row.optionalText("signature"));
    }

    /**
     * The last entry.
     *
     * @param posId absent where the first version made it
     */
    record Head(long seq, String hash, Optional<String> posId) {
        static final Head NONE = new Head(0, Event.NO_HASH, Optional.empty());
    }
}
