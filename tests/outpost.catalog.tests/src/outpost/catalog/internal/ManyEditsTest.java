package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.catalog.ProductDraft;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductField;
import outpost.protocol.ProductVersions;
import outpost.values.Dot;
import outpost.values.VersionVector;

/** Two lanes and the cloud edit one product; what they tell each other comes late, twice and in any order. In the end all are equal. */
class ManyEditsTest extends EditFixture {
    private static final int HISTORIES = 6;
    private static final int STEPS = 25;
    private static final List<ProductField> FIELDS =
            List.of(ProductField.NAME, ProductField.PRICE, ProductField.COLOUR, ProductField.MINIMUM_AGE);

    private final List<Event> onTheirWay = new ArrayList<>();
    private long stamp = 1_000;
    /** What the neighbour knows: the cloud's state that it pulled last, and its own edits. */
    private ProductVersions ofNeighbour = ProductVersions.NONE;

    private long seenByNeighbour;

    @Test
    void allAreEqualWhenAllHasArrived(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        for (int history = 0; history < HISTORIES; history++) {
            if (history > 0) {
                everythingFromTheBeginning();
            }
            run(new Random(seed + history), "seed " + seed + ", history " + history);
        }
    }

    private void run(Random random, String where) {
        ofNeighbour = ProductVersions.NONE;
        seenByNeighbour = cloud.seq();
        onTheirWay.clear();
        for (int step = 0; step < STEPS; step++) {
            step(random);
        }
        awaitRead();
        List<Event> all = new ArrayList<>(onTheirWay);
        all.addAll(onTheirWay);
        Collections.shuffle(all, random);
        all.forEach(this::receive);
        pull();

        ProductBody sold =
                edits().open(CloudModel.PRODUCT).map(ProductDraft::product).orElseThrow();
        assertEquals(cloud.body(), sold, where);
        assertEquals(sold.name(), sold().name(), where);
        assertEquals(List.of(sold.name()), found(sold.name()), where);
        assertEquals(sold.priceMinor(), sold().price().minor(), where);
        assertEquals(cloud.versions().conflicts(CloudModel.PRODUCT), edits().conflicts(), where);
        assertEquals(0, pendingEdits() + overlays(), where);
        assertEquals(stateOf(cloud.seq(), cloud.rows()), catalog().state(), where);
    }

    private void step(Random random) {
        ProductField field = FIELDS.get(random.nextInt(FIELDS.size()));
        String value = value(field, random);
        switch (random.nextInt(8)) {
            case 0, 1 -> editHere(field, value);
            case 2, 3 -> editAtNeighbour(field, value, random);
            case 4 -> cloud.change(field, value);
            case 5 -> pull();
            case 6 -> {
                if (!onTheirWay.isEmpty()) {
                    receive(onTheirWay.get(random.nextInt(onTheirWay.size())));
                }
            }
            default -> decide(random);
        }
    }

    private void editHere(ProductField field, String value) {
        if (!field.value(draft().product()).equals(Optional.of(value))) {
            edit(field, value);
            List<OutboxEntry> waiting = till.outbox().entries(List.of(OutboxEntry.State.PENDING), 1_000);
            onTheirWay.add(waiting.get(waiting.size() - 1).event());
        }
    }

    /** The neighbour may have pulled before it edits; this lane may hear of it at once. */
    private void editAtNeighbour(ProductField field, String value, Random random) {
        if (random.nextBoolean()) {
            seenByNeighbour = cloud.seq();
            ofNeighbour = ofNeighbour.merge(cloud.versions());
        }
        VersionVector seen = ofNeighbour
                .field(field)
                .map(state -> state.seen())
                .orElse(VersionVector.EMPTY)
                .join(VersionVector.of(new Dot("cloud", seenByNeighbour)));
        Event event = neighbour.edit(++stamp, field, value, seen);
        ofNeighbour = ofNeighbour.merge(read(event).versions(event.terminalId()));
        onTheirWay.add(event);
        if (random.nextBoolean()) {
            arrives(event);
            awaitRead();
        }
    }

    private void decide(Random random) {
        List<ProductConflict> conflicts = edits().conflicts();
        if (!conflicts.isEmpty()) {
            ProductConflict conflict = conflicts.get(0);
            edits().decide(conflict, Optional.of(value(conflict.field(), random)), "Grace")
                    .orElseThrow();
            awaitRead();
            List<OutboxEntry> waiting = till.outbox().entries(List.of(OutboxEntry.State.PENDING), 1_000);
            onTheirWay.add(waiting.get(waiting.size() - 1).event());
        }
    }

    private static String value(ProductField field, Random random) {
        int n = 1 + random.nextInt(5);
        return switch (field) {
            case NAME -> Json.write("Milk" + n);
            case COLOUR -> "\"#00000" + n + "\"";
            default -> Integer.toString(n);
        };
    }
}
