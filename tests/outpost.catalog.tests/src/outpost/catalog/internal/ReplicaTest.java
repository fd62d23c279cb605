package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.fixtures.Rows;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.SnapshotLine;
import outpost.protocol.reconcile.Answers;
import outpost.protocol.reconcile.Comparison;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.RangeIndex;
import outpost.protocol.reconcile.RangeSum;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.protocol.reconcile.Replica;

/** The till's catalog compared with another, and made equal to it. */
class ReplicaTest extends CatalogFixture {
    private static final int PRODUCTS = 2_000;
    private static final long CURSOR = 9_000;

    private final TreeMap<String, Entity> cloud = new TreeMap<>();

    @BeforeEach
    void fill() {
        cloud.clear();
        Rows.basics("GBP").forEach(this::put);
        IntStream.range(0, PRODUCTS).forEach(i -> put(Rows.product("p" + i, 10 + i, "Tea " + i, 100 + i)));
        sink().restart();
        Rows.snapshot(sink(), CURSOR, List.copyOf(cloud.values()));
    }

    @Test
    void sumsOfPartsAreThoseOfTheRowsInThem() {
        RangeIndex expected = new Held(List.copyOf(cloud.values()));

        assertEquals(expected.sums(PlaceRange.ALL, 256), replica().sums(PlaceRange.ALL, 256));
        assertEquals(expected.sums(new PlaceRange("a"), 16), replica().sums(new PlaceRange("a"), 16));
        assertEquals(
                expected.sum(PlaceRange.ALL).count(),
                replica().rows(PlaceRange.ALL).size());
        assertEquals(expected.state().digest(), replica().state().digest());
    }

    @Test
    void whateverChangesTheSumsFollow(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String id = "p" + random.nextInt(PRODUCTS + 50);
            long seq = CURSOR + 1 + i;
            Entity row = Rows.product(id, seq, "Other " + i, i);
            if (random.nextBoolean()) {
                put(row);
                sink().apply(Rows.delta(seq, row));
            } else {
                cloud.remove("product " + id);
                sink().apply(Rows.delta(seq, Rows.tombstone(row, seq)));
            }
        }

        assertEquals(
                new Held(List.copyOf(cloud.values())).sums(PlaceRange.ALL, 256),
                replica().sums(PlaceRange.ALL, 256),
                "seed " + seed);
    }

    @Test
    void aDamagedRowIsFoundByReadingItAgainAndBecomesTheCloudsByThePlan() {
        damage("UPDATE catalog_entities SET body = replace(body, 'Tea 7\"', 'Tee 7\"') WHERE id = 'p7'");
        assertEquals(new Held(List.copyOf(cloud.values())).state(), replica().state(), "nothing shows yet");
        List<Long> progress = new ArrayList<>();

        assertEquals(1, replica().check(progress::add));

        assertEquals(PRODUCTS + 2, progress.get(progress.size() - 1));
        ReconcilePlan plan = compare();
        assertEquals(List.of("REPLACE p7"), describe(plan));
        replica().apply(plan);
        assertEquals(List.of(), describe(compare()));
        assertEquals("Tea 7", catalog().find("p7").orElseThrow().name());
        assertEquals(List.of("Tea 7"), found("tea 7").stream().limit(1).toList());
    }

    @Test
    void countAndDigestThatLostTrackAreAddedUpAgain() {
        CatalogState before = replica().state();
        damage("UPDATE catalog_meta SET count = 1, digest = 2");

        assertEquals(0, replica().check(done -> {}));

        assertEquals(before, replica().state());
    }

    @Test
    void rowsOfAnEarlierVersionGetTheirPlaces() {
        damage("UPDATE catalog_entities SET place = NULL");
        assertEquals(0, replica().sum(PlaceRange.ALL).count());

        assertEquals(0, replica().check(done -> {}));

        assertEquals(PRODUCTS + 2, replica().sum(PlaceRange.ALL).count());
        assertEquals(List.of(), describe(compare()));
    }

    @Test
    @Tag("A-802")
    void aPlanAddsReplacesAndRemovesAndWhatIsSoldFollows() {
        Entity added = Rows.product("new", 20_000, "Cocoa", 5);
        put(added);
        put(Rows.product("p1", 20_001, "Coffee", 6));
        cloud.remove("product p2");

        ReconcilePlan plan = compare();
        replica().apply(plan);

        assertEquals(List.of("ADD new", "REMOVE p2", "REPLACE p1"), describe(plan));
        assertEquals(List.of(), describe(compare()));
        assertEquals(List.of("Cocoa"), found("cocoa"));
        assertEquals("Coffee", catalog().find("p1").orElseThrow().name());
        assertTrue(catalog().find("p2").isEmpty());
        assertEquals(CURSOR, catalog().state().cursor(), "deltas go on from where they were");
    }

    @Test
    void aCloudThatWasPutBackGivesItsOwnCursor() {
        ReconcilePlan plan = new ReconcilePlan(CatalogState.of(50, 0, 0), List.of(), Set.of());

        replica().apply(plan);

        assertEquals(50, catalog().state().cursor());
    }

    @Test
    void aRowThatChangedSinceThePlanWasMadeStaysAsItIs() {
        cloud.remove("product p3");
        put(Rows.product("p4", 20_000, "As planned", 1));
        put(Rows.product("late", 20_001, "As planned", 1));
        ReconcilePlan plan = compare();
        sink().apply(Rows.delta(
                30_000,
                Rows.product("p3", 29_998, "Newer", 2),
                Rows.product("p4", 29_999, "Newer", 2),
                Rows.product("late", 30_000, "Newer", 2)));

        replica().apply(plan);

        for (String id : List.of("p3", "p4", "late")) {
            assertEquals("Newer", catalog().find(id).orElseThrow().name());
        }
    }

    @Test
    void thereIsNoPlanWithinASnapshot() {
        sink().restart();
        sink().begin(new SnapshotLine.Header(CURSOR, 1));

        assertThrows(IllegalStateException.class, () -> replica()
                .apply(new ReconcilePlan(CatalogState.of(50, 0, 0), List.of(), Set.of())));
        sink().end();
    }

    @Test
    void whenItWasVerifiedSurvivesARestart() {
        Instant when = Instant.parse("2026-03-01T10:00:00Z");

        replica().verified(when);
        till.restart();

        assertEquals(Optional.of(when), replica().verifiedAt());
    }

    private Replica replica() {
        return till.service(Replica.class);
    }

    private void put(Entity row) {
        cloud.put(row.type() + " " + row.id(), row);
    }

    private void damage(String sql) {
        till.store().write(transaction -> transaction.update(sql));
    }

    private ReconcilePlan compare() {
        Comparison comparison = new Comparison(replica());
        RangeIndex other = new Held(List.copyOf(cloud.values()));
        for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
            comparison.take(Answers.answer(other, next.get()));
        }
        return comparison.plan();
    }

    private static List<String> describe(ReconcilePlan plan) {
        return plan.changes().stream()
                .map(change -> change.kind() + " " + change.id())
                .sorted()
                .toList();
    }

    /** The other catalog. */
    private record Held(List<Entity> content) implements RangeIndex {
        @Override
        public CatalogState state() {
            return stateOf(CURSOR, content);
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
            return content.stream().filter(row -> range.holds(row.place())).toList();
        }
    }
}
