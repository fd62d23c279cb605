package outpost.catalog.internal;

import java.util.List;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.RangeSum;
import outpost.store.Store;
import outpost.store.Transaction;

/** Reads every row again and puts right what was noted of it: its digest, its place, and what all add up to. */
final class RowCheck {
    private static final Logger log = LoggerFactory.getLogger(RowCheck.class);
    /** Short enough for a sale to slip in between. */
    private static final int AT_A_TIME = 2_000;

    private final Store store;

    RowCheck(Store store) {
        this.store = store;
    }

    /** Answers how many rows had another digest than their content has. */
    long run(LongConsumer progress) {
        long done = 0;
        long wrong = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<Noted> page = store.read(transaction -> page(transaction, after));
            if (page.isEmpty()) {
                putSumRight();
                return wrong;
            }
            wrong += putRight(page);
            last = page.get(page.size() - 1).entity();
            done += page.size();
            progress.accept(done);
        }
    }

    private long putRight(List<Noted> page) {
        List<Noted> damaged = page.stream().filter(Noted::isDamaged).toList();
        List<Object[]> updates = page.stream()
                .filter(noted ->
                        noted.isDamaged() || noted.place() != noted.row().place())
                .map(noted -> new Object[] {
                    noted.row().place(),
                    noted.row().digest(),
                    noted.entity(),
                    noted.row().seq()
                })
                .toList();
        if (!updates.isEmpty()) {
            store.write(transaction -> {
                transaction.updateAll(
                        "UPDATE catalog_entities SET place = ?, digest = ? WHERE entity = ? AND seq = ?", updates);
                return updates;
            });
        }
        damaged.forEach(noted -> log.warn(
                "The catalog's {} {} is not what was once stored",
                noted.row().type(),
                noted.row().id()));
        return damaged.size();
    }

    /** Count and digest are kept by adding and subtracting; here they are added up once more. */
    private void putSumRight() {
        if (!store.read(RowCheck::isSumRight)) {
            store.write(transaction -> {
                RangeSum sum = new PlacedRows(transaction).sum();
                Meta.load(transaction).of(sum.count(), sum.sum()).save(transaction);
                return sum;
            });
        }
    }

    private static boolean isSumRight(Transaction transaction) {
        Meta meta = Meta.load(transaction);
        return new PlacedRows(transaction).sum().equals(new RangeSum(meta.count(), meta.digest()));
    }

    private static List<Noted> page(Transaction transaction, long after) {
        return transaction.query(
                "SELECT entity, type, id, seq, digest, coalesce(place, -1) AS place, body FROM catalog_entities"
                        + " WHERE entity > ? ORDER BY entity LIMIT ?",
                row -> new Noted(
                        row.number("entity"), row.number("digest"), row.number("place"), PlacedRows.entity(row)),
                after,
                AT_A_TIME);
    }

    /** A row, and what is noted of it. */
    private record Noted(long entity, long digest, long place, Entity row) {
        boolean isDamaged() {
            return digest != row.digest();
        }
    }
}
