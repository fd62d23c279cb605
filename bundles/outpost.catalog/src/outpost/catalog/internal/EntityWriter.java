package outpost.catalog.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.Sink.RowKey;
import outpost.protocol.reconcile.RowChange;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;

/**
 * Brings rows into {@code catalog_entities} and its indexes, statement by statement for many rows at once, and keeps count and digest with them.
 *
 * <p>Used for one transaction.
 */
final class EntityWriter {
    private final Transaction transaction;
    private final List<Object[]> added = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();
    private final List<Object[]> replaced = new ArrayList<>();
    private final List<Object[]> confirmed = new ArrayList<>();
    private final List<Object[]> removed = new ArrayList<>();
    private final List<RowKey> changed = new ArrayList<>();
    private final ProductIndex index;
    private Meta meta;
    private long lastEntity;

    EntityWriter(Transaction transaction, Meta meta) {
        this.transaction = transaction;
        this.meta = meta;
        this.index = new ProductIndex(transaction);
        this.lastEntity = transaction.number("SELECT coalesce(max(entity), 0) FROM catalog_entities");
    }

    /** Takes rows of the running snapshot. They win over rows of older generations whatever their number: a restored cloud counts from an older one. */
    Meta snapshot(Stream<List<Incoming>> parts) {
        return take(parts, (stored, row) -> stored.generation() < meta.generation() || stored.seq() <= row.seq());
    }

    /** Takes rows of a delta; what is here already, or newer, stays. */
    Meta delta(Stream<List<Incoming>> parts) {
        return take(parts, (stored, row) -> stored.seq() < row.seq());
    }

    /** Takes the changes of a plan, but those whose row is no longer what it was when the plan was made. */
    Meta plan(List<RowChange> changes) {
        Map<RowKey, Stored> present = present(changes.stream()
                .map(change -> new RowKey(change.type(), change.id()))
                .toList());
        for (RowChange change : changes) {
            Optional<Stored> stored = Optional.ofNullable(present.get(new RowKey(change.type(), change.id())));
            if (stored.map(Stored::digest).equals(change.own().map(Entity::digest))) {
                change.cloud()
                        .ifPresentOrElse(row -> put(stored, Incoming.of(row)), () -> stored.ifPresent(this::remove));
            }
        }
        return flushed();
    }

    /** Removes the rows that the snapshot which has just ended did not hold. */
    Meta removeOlderGenerations() {
        transaction
                .query(
                        "SELECT * FROM catalog_entities WHERE generation < ?",
                        row -> stored(row.text("type"), row),
                        meta.generation())
                .forEach(this::remove);
        return flushed();
    }

    private Meta take(Stream<List<Incoming>> parts, Rule rule) {
        parts.forEachOrdered(part -> {
            put(part, rule);
            flushRows();
        });
        return flushed();
    }

    private void put(List<Incoming> rows, Rule rule) {
        Map<RowKey, Incoming> latest = new LinkedHashMap<>();
        rows.forEach(row -> latest.merge(
                key(row.row()),
                row,
                (one, other) -> other.row().seq() >= one.row().seq() ? other : one));
        Map<RowKey, Stored> present = present(latest.keySet());
        latest.forEach((key, row) -> {
            Optional<Stored> stored = Optional.ofNullable(present.get(key));
            if (stored.isEmpty() || rule.wins(stored.get(), row.row())) {
                put(stored, row);
            }
        });
    }

    private void put(Optional<Stored> stored, Incoming row) {
        if (row.row().deleted()) {
            stored.ifPresent(this::remove);
        } else if (stored.isEmpty()) {
            add(row);
        } else if (stored.get().seq() == row.row().seq() && stored.get().digest() == row.digest()) {
            confirmed.add(new Object[] {meta.generation(), stored.get().entity()});
        } else {
            replacements.add(new Replacement(stored.get(), row));
        }
    }

    private record Replacement(Stored stored, Incoming row) {}

    private void add(Incoming incoming) {
        Entity row = incoming.row();
        changed.add(key(row));
        long entity = ++lastEntity;
        String body = row.body().orElseThrow();
        long nameRow = index.add(entity, incoming);
        added.add(new Object[] {
            entity,
            row.type(),
            row.id(),
            row.seq(),
            incoming.digest(),
            meta.generation(),
            body,
            nameRow,
            incoming.place()
        });
        meta = meta.replaced(Optional.empty(), Optional.of(incoming.digest()));
    }

    /** Reading the old rows is most of the work, and all processors share it. */
    private void replaceAll() {
        List<Optional<ProductBody>> before = replacements.parallelStream()
                .map(replacement -> replacement.stored().product())
                .toList();
        for (int place = 0; place < before.size(); place++) {
            Replacement replacement = replacements.get(place);
            replace(replacement.stored(), replacement.row(), before.get(place));
        }
        replacements.clear();
    }

    private void replace(Stored stored, Incoming incoming, Optional<ProductBody> before) {
        Entity row = incoming.row();
        changed.add(key(row));
        String body = row.body().orElseThrow();
        long nameRow = index.replace(stored.entity(), stored.nameRow(), before, incoming);
        replaced.add(new Object[] {row.seq(), incoming.digest(), meta.generation(), body, nameRow, stored.entity()});
        meta = meta.replaced(Optional.of(stored.digest()), Optional.of(incoming.digest()));
    }

    private void remove(Stored stored) {
        changed.add(new RowKey(stored.type(), stored.id()));
        removed.add(new Object[] {stored.entity()});
        meta = meta.replaced(Optional.of(stored.digest()), Optional.empty());
        index.remove(stored.type(), stored.entity(), stored.nameRow());
    }

    private void flushRows() {
        replaceAll();
        index.flushRemoved();
        flush("DELETE FROM catalog_entities WHERE entity = ?", removed);
        flush(
                "UPDATE catalog_entities SET seq = ?, digest = ?, generation = ?, body = ?, name_row = ? WHERE entity = ?",
                replaced);
        flush("UPDATE catalog_entities SET generation = ? WHERE entity = ?", confirmed);
        flush(
                "INSERT INTO catalog_entities (entity, type, id, seq, digest, generation, body, name_row, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                added);
        index.flushAdded();
    }

    private void flush(String sql, List<Object[]> rows) {
        transaction.updateAll(sql, rows);
        rows.clear();
    }

    /** Names last, of all parts in one go: so they make one piece of their index. */
    private Meta flushed() {
        flushRows();
        index.flushNames();
        new Overlays(transaction).changed(changed);
        return meta;
    }

    private Map<RowKey, Stored> present(Collection<RowKey> keys) {
        Map<String, List<String>> idsByType = keys.stream()
                .collect(Collectors.groupingBy(RowKey::type, Collectors.mapping(RowKey::id, Collectors.toList())));
        Map<RowKey, Stored> present = new HashMap<>();
        idsByType.forEach((type, ids) -> {
            String wanted = Json.write(ids);
            if (!areBehindAll(type, wanted)) {
                transaction
                        .query(
                                // CROSS: else SQLite would walk the whole catalog, not the list.
                                "SELECT e.entity, e.id, e.seq, e.digest, e.generation, e.name_row, e.body"
                                        + " FROM json_each(?) AS wanted"
                                        + " CROSS JOIN catalog_entities AS e ON e.type = ? AND e.id = wanted.value",
                                row -> stored(type, row),
                                wanted,
                                type)
                        .forEach(stored -> present.put(new RowKey(stored.type(), stored.id()), stored));
            }
        });
        return present;
    }

    /** As they are in the first snapshot, which comes in the order of ids: then one question stands for all. */
    private boolean areBehindAll(String type, String ids) {
        return transaction.number(
                        "SELECT EXISTS (SELECT 1 FROM catalog_entities"
                                + " WHERE type = ? AND id >= (SELECT min(value) FROM json_each(?)))",
                        type,
                        ids)
                == 0;
    }

    private static RowKey key(Entity row) {
        return new RowKey(row.type(), row.id());
    }

    private static Stored stored(String type, Row row) {
        return new Stored(
                row.number("entity"),
                type,
                row.text("id"),
                row.number("seq"),
                row.number("digest"),
                row.number("generation"),
                row.number("name_row"),
                row.text("body"));
    }

    /** Whether a row takes the place of the one that is here. */
    @FunctionalInterface
    private interface Rule {
        boolean wins(Stored stored, Entity row);
    }

    private record Stored(
            long entity, String type, String id, long seq, long digest, long generation, long nameRow, String body) {
        Optional<ProductBody> product() {
            return Incoming.product(type, id, body);
        }
    }
}
