package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;
import outpost.protocol.SnapshotLine;
import outpost.protocol.reconcile.Comparison;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeIndex;
import outpost.protocol.reconcile.RangeSum;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileRequest;

/** A till's copy of a catalog, made of what the cloud sends and checked by the digest. */
final class CatalogCopy implements RangeIndex {
    private final TreeMap<String, Entity> rows = new TreeMap<>();
    /** What every sale needs comes before all else. */
    private static final Comparator<Entity> ORDER = Comparator.comparing(
                    (Entity row) -> !Set.of(Entity.SETTING, Entity.TAX_RATE).contains(row.type()))
            .thenComparing(CatalogCopy::key);

    private long cursor;

    /** Reads a whole snapshot, checking the order of its rows. */
    List<Entity> snapshot(Answer answer) {
        List<SnapshotLine> lines = answer.ok()
                .body()
                .lines()
                .map(line -> Json.read(line, SnapshotLine.class))
                .toList();
        SnapshotLine.Header header = (SnapshotLine.Header) lines.get(0);
        List<Entity> entities = lines.subList(1, lines.size() - 1).stream()
                .map(line -> ((SnapshotLine.Row) line).entity())
                .toList();
        assertEquals(new SnapshotLine.Trailer(entities.size()), lines.get(lines.size() - 1));
        assertEquals(
                entities.stream().sorted(ORDER).map(CatalogCopy::key).toList(),
                entities.stream().map(CatalogCopy::key).toList());
        entities.forEach(this::apply);
        cursor = cursor == 0 ? header.cursor() : cursor;
        return entities;
    }

    /** Pulls until there is no more, and checks that the copy then equals the cloud's. */
    void pull(TestTill till, int limit) {
        PullAnswer answer;
        do {
            answer = till.get("sync/pull?cursor=" + cursor + "&limit=" + limit).as(PullAnswer.class);
            answer.changes().forEach(this::apply);
            cursor = answer.cursor();
        } while (answer.more());
        assertEquals(answer.state(), state());
    }

    @Override
    public CatalogState state() {
        long digest = rows.values().stream().mapToLong(Entity::digest).sum();
        return CatalogState.of(cursor, rows.size(), digest);
    }

    @Override
    public List<RangeSum> sums(PlaceRange range, int parts) {
        RangeSum[] sums = new RangeSum[parts];
        Arrays.fill(sums, RangeSum.NONE);
        for (Entity row : rows(range)) {
            int part = (int) ((row.place() - range.first()) / (range.width() / parts));
            sums[part] = sums[part].plus(new RangeSum(1, row.digest()));
        }
        return List.of(sums);
    }

    @Override
    public List<Entity> rows(PlaceRange range) {
        return rows.values().stream().filter(row -> range.holds(row.place())).toList();
    }

    /** Compares with the cloud until it knows all that differs, and makes it so. */
    ReconcilePlan reconcile(TestTill till) {
        Comparison comparison = new Comparison(this);
        for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
            comparison.take(till.post("sync/reconcile", next.get()).as(ReconcileAnswer.class));
        }
        ReconcilePlan plan = comparison.plan();
        plan.changes().forEach(change -> change.cloud()
                .ifPresentOrElse(this::apply, () -> rows.remove(key(change.own().orElseThrow()))));
        cursor = plan.cloud().cursor();
        return plan;
    }

    /** What no cloud has said: the row is lost, or another. */
    void damage(String type, String id, Optional<Entity> other) {
        rows.remove(type + ":" + id);
        other.ifPresent(this::apply);
    }

    Entity row(String type, String id) {
        return rows.get(type + ":" + id);
    }

    int size() {
        return rows.size();
    }

    private void apply(Entity entity) {
        if (entity.deleted()) {
            rows.remove(key(entity));
        } else {
            rows.put(key(entity), entity);
        }
    }

    private static String key(Entity entity) {
        return entity.type() + ":" + entity.id();
    }
}
