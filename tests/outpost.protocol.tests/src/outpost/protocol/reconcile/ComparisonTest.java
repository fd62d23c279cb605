package outpost.protocol.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.MalformedMessageException;

/** Two catalogs, any two: what the till then knows makes its own the cloud's. */
class ComparisonTest {
    private static final int PAIRS = 100;

    @Test
    @Tag("A-802")
    void anyTwoCatalogsAreEqualAfterThePlan(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        for (int pair = 0; pair < PAIRS; pair++) {
            Map<String, Entity> cloud = rows(random, size(random));
            Map<String, Entity> till = random.nextInt(10) == 0 ? rows(random, size(random)) : changed(cloud, random);

            Talk talk = new Talk(new RowSet(till.values()), new RowSet(cloud.values()));

            assertEquals(cloud, applied(till, talk.plan()), "seed " + seed + ", pair " + pair);
            assertEquals(differences(till, cloud), talk.plan().changes().size(), "seed " + seed + ", pair " + pair);
        }
    }

    @Test
    @Tag("A-801")
    void equalCatalogsNeedOneExchangeOfHalfAKilobyte() {
        RowSet rows = new RowSet(rows(new Random(1), 20_000).values());

        Talk talk = new Talk(rows, rows);

        assertEquals(List.of(), talk.plan().changes());
        assertEquals(1, talk.exchanges());
        assertTrue(talk.bytes() <= 512, talk.bytes() + " bytes");
    }

    @Test
    void tenRowsOfManyAreFoundInThreeExchanges() {
        Map<String, Entity> cloud = rows(new Random(2), 50_000);
        Map<String, Entity> till = new HashMap<>(cloud);
        for (int i = 0; i < 5; i++) {
            till.remove("P" + i * 1_000);
            till.put("P" + i * 777, row("P" + i * 777, 200_000 + i, "stale"));
        }

        Talk talk = new Talk(new RowSet(till.values()), new RowSet(cloud.values()));

        assertEquals(cloud, applied(till, talk.plan()));
        assertEquals(9, talk.plan().changes().size());
        assertTrue(talk.exchanges() <= 3, talk.exchanges() + " exchanges");
        assertTrue(talk.bytes() <= 30_000, talk.bytes() + " bytes");
    }

    @Test
    void anEmptyTillTakesASmallCatalogByThePlan() {
        Map<String, Entity> cloud = rows(new Random(3), 5_000);

        Talk talk = new Talk(new RowSet(List.of()), new RowSet(cloud.values()));

        assertEquals(cloud, applied(Map.of(), talk.plan()));
    }

    @Test
    void aTillThatHasWhatNoCloudKnowsLosesIt() {
        Map<String, Entity> till = rows(new Random(4), 3_000);

        Talk talk = new Talk(new RowSet(till.values()), new RowSet(List.of()));

        assertEquals(3_000, talk.plan().count(RowChange.Kind.REMOVE));
        assertEquals(Map.of(), applied(till, talk.plan()));
    }

    @Test
    void whereHardlyARowIsEqualASnapshotIsBetter() {
        Talk talk = new Talk(
                new RowSet(rows(new Random(5), 40_000).values()),
                new RowSet(rows(new Random(6), 40_000).values()));

        assertTrue(talk.tooMany());
        assertTrue(talk.bytes() < 1_000_000, talk.bytes() + " bytes in vain");
    }

    @Test
    void rowsOnOnePlaceAreToldApart() {
        List<String> ids = idsOnOnePlace();
        Map<String, Entity> cloud = new HashMap<>();
        ids.forEach(id -> cloud.put(id, row(id, 1, "here")));
        Map<String, Entity> till = new HashMap<>(cloud);
        till.remove(ids.get(0));
        till.put(ids.get(1), row(ids.get(1), 2, "there"));

        Talk talk = new Talk(new RowSet(till.values()), new RowSet(cloud.values()));

        assertEquals(cloud, applied(till, talk.plan()));
    }

    @Test
    void anAnswerThatFitsNoQuestionIsRefused() {
        RowSet own = new RowSet(rows(new Random(7), 1_000).values());
        Comparison comparison = new Comparison(own);
        comparison.next().orElseThrow();
        List<String> tooFew = List.of("0123456789abcdef", "0123456789abcdef");
        RangeAnswer answer = RangeAnswer.ofParts(PlaceRange.ALL, tooFew);

        assertThrows(
                MalformedMessageException.class,
                () -> comparison.take(new ReconcileAnswer(CatalogState.EMPTY, 0, List.of(answer))));
    }

    @Test
    void aCloudThatNeverComesToAnEndIsGivenUp() {
        RowSet own = new RowSet(rows(new Random(8), 1_000).values());
        Comparison comparison = new Comparison(own);
        int asked = 0;
        for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
            RangeAnswer same = RangeAnswer.ofParts(new PlaceRange("a"), List.of("0123456789abcdef"));
            comparison.take(
                    new ReconcileAnswer(CatalogState.EMPTY, next.get().ranges().size(), List.of(same)));
            asked++;
        }

        assertTrue(comparison.tooMany(), asked + " requests");
    }

    private static int size(Random random) {
        return random.nextInt(1 << random.nextInt(13));
    }

    private static Map<String, Entity> rows(Random random, int count) {
        Map<String, Entity> rows = new HashMap<>();
        IntStream.range(0, count)
                .mapToObj(i -> row("P" + i, 1 + random.nextInt(1_000_000), "Product " + random.nextInt()))
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private static Map<String, Entity> changed(Map<String, Entity> rows, Random random) {
        Map<String, Entity> changed = new HashMap<>(rows);
        int most = random.nextInt(1 << random.nextInt(11));
        for (int i = 0; i < most; i++) {
            String id = "P" + random.nextInt(rows.size() + 10);
            if (random.nextBoolean()) {
                changed.remove(id);
            } else {
                changed.put(id, row(id, 1 + random.nextInt(1_000_000), "Other " + random.nextInt()));
            }
        }
        return changed;
    }

    private static long differences(Map<String, Entity> till, Map<String, Entity> cloud) {
        return till.entrySet().stream()
                        .filter(row -> !row.getValue().equals(cloud.get(row.getKey())))
                        .count()
                + cloud.keySet().stream().filter(id -> !till.containsKey(id)).count();
    }

    private static Map<String, Entity> applied(Map<String, Entity> till, ReconcilePlan plan) {
        Map<String, Entity> rows = new HashMap<>(till);
        for (RowChange change : plan.changes()) {
            assertEquals(Optional.ofNullable(till.get(change.id())), change.own());
            change.cloud().ifPresentOrElse(row -> rows.put(row.id(), row), () -> rows.remove(change.id()));
        }
        return rows;
    }

    /** Two keys whose place is the same, and a third one, found by trying: a place has 32 bits only. */
    private static List<String> idsOnOnePlace() {
        Map<Long, String> seen = new HashMap<>();
        for (int i = 0; ; i++) {
            String id = "P" + i;
            String before = seen.put(Entity.place(Entity.PRODUCT, id), id);
            if (before != null) {
                List<String> ids = new ArrayList<>(List.of(before, id));
                ids.add("P" + (i + 1));
                return ids;
            }
        }
    }

    private static Entity row(String id, long seq, String name) {
        return new Entity(Entity.PRODUCT, id, seq, Optional.of("{\"name\":\"" + name + "\"}"));
    }
}
