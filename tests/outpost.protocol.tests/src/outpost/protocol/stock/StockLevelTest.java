package outpost.protocol.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.values.HlcStamp;
import outpost.values.Quantity;

class StockLevelTest {
    private static final StockKind[] KINDS = {
        StockKind.SALE, StockKind.SALE, StockKind.SALE, StockKind.RECEIPT, StockKind.WASTE, StockKind.COUNT
    };

    @Test
    void withoutACountTheLevelIsTheSumOfAllMovements() {
        StockLevel level = StockLevel.of(List.of(at(1, StockKind.RECEIPT, 10), at(2, StockKind.SALE, -3)));

        assertEquals(Quantity.of(7), level.quantity());
        assertTrue(level.counted().isEmpty());
    }

    @Test
    void aCountReplacesWhatWasBeforeItAndTheRestIsAdded() {
        StockLevel level = StockLevel.of(
                List.of(at(1, StockKind.RECEIPT, 10), at(2, StockKind.COUNT, 4), at(3, StockKind.SALE, -1)));

        assertEquals(Quantity.of(3), level.quantity());
        assertEquals(2, level.counted().orElseThrow().stamp().millis());
    }

    @Test
    void aSaleFromBeforeTheCountThatArrivesLateChangesNothing() {
        StockLevel counted = StockLevel.of(List.of(at(5, StockKind.COUNT, 4)));

        assertEquals(counted, add(counted, at(4, StockKind.SALE, -1), List.of()));
    }

    @Test
    void anOlderCountThatArrivesLateChangesNothing() {
        StockMovement newer = at(5, StockKind.COUNT, 4);

        assertEquals(
                StockLevel.of(List.of(newer)),
                add(StockLevel.of(List.of(newer)), at(4, StockKind.COUNT, 9), List.of(newer)));
    }

    @Test
    void whatIsSoldIsTakenOffEvenWhereTheLedgerHasNothing() {
        assertEquals(
                Quantity.of(-2),
                StockLevel.of(List.of(at(1, StockKind.SALE, -2))).quantity());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @Tag("A-501")
    void inWhateverOrderMovementsComeTheLevelIsTheSame(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<StockMovement> movements = movements(random);
            StockLevel expected = replayed(movements);
            assertEquals(expected, StockLevel.of(movements), "seed " + seed);
            for (int order = 0; order < 5; order++) {
                Collections.shuffle(movements, random);
                StockLevel level = StockLevel.NONE;
                List<StockMovement> known = new ArrayList<>();
                for (StockMovement movement : movements) {
                    level = add(level, movement, known);
                    known.add(movement);
                }
                assertEquals(expected, level, "seed " + seed + ", " + movements);
            }
        }
    }

    /** What a person would do who has all slips of paper in their order. */
    private static StockLevel replayed(List<StockMovement> movements) {
        StockLevel level = StockLevel.NONE;
        for (StockMovement movement : movements.stream()
                .sorted(Comparator.comparing(each -> each.at().toString()))
                .toList()) {
            level = movement.isCount()
                    ? new StockLevel(Optional.of(movement.at()), movement.quantity())
                    : new StockLevel(level.counted(), level.quantity().plus(movement.quantity()));
        }
        return level;
    }

    private static StockLevel add(StockLevel level, StockMovement movement, Collection<StockMovement> known) {
        return level.plus(movement, moment -> known.stream()
                .filter(other -> !other.isCount() && other.at().compareTo(moment) > 0)
                .map(StockMovement::quantity)
                .reduce(new Quantity(0), Quantity::plus));
    }

    /** Few stamps, so that many movements share one. */
    private static List<StockMovement> movements(Random random) {
        List<StockMovement> movements = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            UUID document = new UUID(random.nextLong(), random.nextLong());
            Moment moment = new Moment(new HlcStamp(random.nextInt(4), random.nextInt(2)), document, 1);
            StockKind kind = KINDS[random.nextInt(KINDS.length)];
            long milli = random.nextInt(5_000);
            movements.add(
                    new StockMovement(moment, "P1", kind, new Quantity(kind.equals(StockKind.SALE) ? -milli : milli)));
        }
        return movements;
    }

    private static StockMovement at(long millis, StockKind kind, long units) {
        return new StockMovement(
                new Moment(new HlcStamp(millis, 0), new UUID(0, millis), 1), "P1", kind, Quantity.of(units));
    }
}
