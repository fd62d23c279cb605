package outpost.catalog.internal;

import java.util.List;
import java.util.Optional;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeSum;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;

/** The catalog's rows by place, on the picture of one transaction. */
final class PlacedRows {
    private static final int HALF = 32;
    /** In halves, because SQLite's sum of whole numbers ends where 64 bits do, and the digest does not. */
    private static final String SUM = "SELECT count(*) AS count, coalesce(sum(digest >> 32), 0) AS high,"
            + " coalesce(sum(digest & 4294967295), 0) AS low FROM catalog_entities";

    private final Transaction transaction;

    PlacedRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What all rows add up to, whether or not they have a place. */
    RangeSum sum() {
        return transaction.first(SUM, PlacedRows::sum).orElseThrow();
    }

    List<RangeSum> sums(PlaceRange range, int parts) {
        // One query a part: grouped, SQLite would sort all of them first.
        return range.parts(parts).stream()
                .map(part -> transaction
                        .first(SUM + " WHERE place BETWEEN ? AND ?", PlacedRows::sum, part.first(), part.last())
                        .orElseThrow())
                .toList();
    }

    List<Entity> rows(PlaceRange range) {
        return transaction.query(
                "SELECT type, id, seq, body FROM catalog_entities WHERE place BETWEEN ? AND ?",
                PlacedRows::entity,
                range.first(),
                range.last());
    }

    static Entity entity(Row row) {
        return new Entity(row.text("type"), row.text("id"), row.number("seq"), Optional.of(row.text("body")));
    }

    private static RangeSum sum(Row row) {
        return new RangeSum(row.number("count"), (row.number("high") << HALF) + row.number("low"));
    }
}
