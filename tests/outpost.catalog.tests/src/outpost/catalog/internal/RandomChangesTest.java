package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.SnapshotLine;

/** Whatever the cloud does, and however its answers are cut, a till that followed holds exactly the cloud's rows. */
class RandomChangesTest extends CatalogFixture {
    private static final int ROUNDS = 60;

    private final TreeMap<String, Entity> cloud = new TreeMap<>();
    private long seq = 2;

    @Test
    void digestAndContentAreTheCloudsAfterAnyHistory(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        Rows.basics("GBP").forEach(row -> cloud.put(key(row), row));
        for (int round = 0; round < ROUNDS; round++) {
            List<Entity> changes = change(random);
            if (catalog().state().cursor() == 0 || random.nextInt(10) == 0) {
                snapshotInPieces(random);
            } else {
                deltaInPieces(random, changes);
            }
            verify(random, "seed " + seed + ", round " + round);
        }
    }

    private List<Entity> change(Random random) {
        Map<String, Entity> changes = new TreeMap<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            String id = "p" + random.nextInt(60);
            Entity row =
                    Rows.product(id, ++seq, "Name" + seq + "x of " + id, seq, List.of(id, "c" + random.nextInt(20)));
            Entity change = random.nextInt(4) == 0 ? Rows.tombstone(row, seq) : row;
            if (change.deleted()) {
                cloud.remove(key(row));
            } else {
                cloud.put(key(row), row);
            }
            changes.put(key(row), change);
        }
        List<Entity> inOrder = new ArrayList<>(changes.values());
        inOrder.sort((one, other) -> Long.compare(one.seq(), other.seq()));
        return inOrder;
    }

    private void snapshotInPieces(Random random) {
        sink().restart();
        sink().begin(new SnapshotLine.Header(seq, cloud.size()));
        for (List<Entity> piece : pieces(random, new ArrayList<>(cloud.values()))) {
            sink().add(piece);
            if (random.nextInt(8) == 0) {
                till.restart();
                sink().begin(new SnapshotLine.Header(seq + 5, cloud.size()));
                sink().add(piece);
            }
        }
        sink().end();
    }

    private void deltaInPieces(Random random, List<Entity> changes) {
        for (List<Entity> piece : pieces(random, changes)) {
            long cursor = piece.get(piece.size() - 1).seq();
            sink().apply(Rows.delta(cursor, piece.toArray(Entity[]::new)));
        }
        sink().apply(Rows.delta(seq));
    }

    private static List<List<Entity>> pieces(Random random, List<Entity> rows) {
        List<List<Entity>> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int to = Math.min(rows.size(), from + 1 + random.nextInt(15));
            pieces.add(rows.subList(from, to));
            from = to;
        }
        return pieces;
    }

    private void verify(Random random, String where) {
        assertEquals(stateOf(seq, List.copyOf(cloud.values())), catalog().state(), where);
        for (int i = 0; i < 15; i++) {
            String id = "p" + random.nextInt(60);
            boolean expected = cloud.containsKey("product/" + id);
            assertEquals(expected, catalog().find(id).isPresent(), where + ", " + id);
            if (expected) {
                Entity row = cloud.get("product/" + id);
                assertEquals(
                        List.of(id),
                        catalog().search("name" + row.seq() + "x", 5).stream()
                                .map(product -> product.id())
                                .toList(),
                        where);
            }
        }
    }

    private static String key(Entity row) {
        return row.type() + "/" + row.id();
    }
}
