package outpost.store.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that writes until it is killed, and reports each batch after it was stored. */
final class EndlessWriter {
    static final int ROWS_IN_BATCH = 25;

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        SqliteStore store = new SqliteStore(Path.of(arguments[0]));
        store.write(transaction -> transaction.update(
                "CREATE TABLE IF NOT EXISTS written (batch INTEGER NOT NULL, payload TEXT NOT NULL)"));
        long batch = store.read(transaction -> transaction.number("SELECT coalesce(max(batch), 0) FROM written"));
        while (true) {
            long next = ++batch;
            List<Object[]> rows = new ArrayList<>();
            for (int i = 0; i < ROWS_IN_BATCH; i++) {
                rows.add(new Object[] {next, "payload ".repeat(1 + i)});
            }
            store.write(transaction -> {
                transaction.updateAll("INSERT INTO written (batch, payload) VALUES (?, ?)", rows);
                return next;
            });
            System.out.println(next + ".");
        }
    }
}
