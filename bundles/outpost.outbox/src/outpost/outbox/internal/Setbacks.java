package outpost.outbox.internal;

import java.nio.charset.StandardCharsets;
import outpost.store.Transaction;

/**
 * How often a till of the branch has found that the cloud had lost what it had acknowledged, because it was set up from a backup. Whoever goes on from such a find
 * counts one more, and lanes take over the highest number that they hear. So what a lane believes of the cloud from before does not count any more where it is told later.
 */
final class Setbacks {
    private static final String NAME = "cloud.setbacks";

    private Setbacks() {}

    static long count(Transaction transaction) {
        return transaction
                .first(
                        "SELECT value FROM sync_metadata WHERE name = ?",
                        row -> Long.parseLong(new String(row.bytes("value"), StandardCharsets.UTF_8)),
                        NAME)
                .orElse(0L);
    }

    /** This till has found it. */
    static void found(Transaction transaction) {
        set(transaction, count(transaction) + 1);
    }

    /** Another lane knows of so many. */
    static void heard(Transaction transaction, long told) {
        if (told > count(transaction)) {
            set(transaction, told);
        }
    }

    /** What the cloud has lost of the neighbours' events is theirs to see to, unless they are gone: then this till forwards it. */
    private static void set(Transaction transaction, long count) {
        transaction.update(
                "INSERT INTO sync_metadata (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                NAME,
                Long.toString(count).getBytes(StandardCharsets.UTF_8));
        transaction.update("DELETE FROM at_cloud");
        transaction.update("UPDATE outbox SET state = 'held', attempts = 0 WHERE state = 'acknowledged' AND own = 0");
    }
}
