package outpost.catalog.internal;

import java.time.Instant;
import java.util.Optional;
import outpost.protocol.CatalogState;
import outpost.protocol.Sink.Position;
import outpost.protocol.Sink.RowKey;
import outpost.protocol.SnapshotLine;
import outpost.store.Transaction;

/**
 * How far the catalog came.
 *
 * @param generation counts the snapshots: rows of an older one are not in the running one, or not yet
 */
record Meta(
        long cursor,
        long count,
        long digest,
        long generation,
        Optional<SnapshotLine.Header> running,
        Optional<RowKey> after) {

    static Meta load(Transaction transaction) {
        return transaction
                .first(
                        "SELECT * FROM catalog_meta",
                        row -> new Meta(
                                row.number("cursor"),
                                row.number("count"),
                                row.number("digest"),
                                row.number("generation"),
                                row.optionalText("running_cursor")
                                        .map(cursor -> new SnapshotLine.Header(
                                                Long.parseLong(cursor), row.number("running_count"))),
                                row.optionalText("after_type").map(type -> new RowKey(type, row.text("after_id")))))
                .orElseThrow();
    }

    void save(Transaction transaction) {
        transaction.update(
                "UPDATE catalog_meta SET cursor = ?, count = ?, digest = ?, generation = ?,"
                        + " running_cursor = ?, running_count = ?, after_type = ?, after_id = ?,"
                        + " changes = changes + 1, indexed_digest = ?",
                cursor,
                count,
                digest,
                generation,
                running.map(SnapshotLine.Header::cursor),
                running.map(SnapshotLine.Header::count),
                after.map(RowKey::type),
                after.map(RowKey::id),
                digest);
    }

    /** When the rows were last proven to be the cloud's. */
    static Optional<Instant> verifiedAt(Transaction transaction) {
        return transaction
                .first("SELECT verified_at FROM catalog_meta", row -> row.optionalText("verified_at"))
                .flatMap(millis -> millis)
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    static int verified(Transaction transaction, Instant when) {
        return transaction.update("UPDATE catalog_meta SET verified_at = ?", when.toEpochMilli());
    }

    CatalogState state() {
        return CatalogState.of(cursor, count, digest);
    }

    Position position() {
        return new Position(state(), after, running);
    }

    Meta started(SnapshotLine.Header header) {
        return new Meta(cursor, count, digest, generation + 1, Optional.of(header), Optional.empty());
    }

    Meta ended(long newCursor) {
        return new Meta(newCursor, count, digest, generation, Optional.empty(), Optional.empty());
    }

    Meta reached(RowKey row) {
        return new Meta(cursor, count, digest, generation, running, Optional.of(row));
    }

    /** With that count and digest. */
    Meta of(long newCount, long newDigest) {
        return new Meta(cursor, newCount, newDigest, generation, running, after);
    }

    /** One row's place in count and digest taken by another, or by none. */
    Meta replaced(Optional<Long> oldDigest, Optional<Long> newDigest) {
        return new Meta(
                cursor,
                count - oldDigest.stream().count() + newDigest.stream().count(),
                digest - oldDigest.orElse(0L) + newDigest.orElse(0L),
                generation,
                running,
                after);
    }
}
