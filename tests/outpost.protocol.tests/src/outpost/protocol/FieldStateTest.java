package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outpost.protocol.ProductField.Policy.LAST_WRITER;
import static outpost.protocol.ProductField.Policy.MANUAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.VersionVector;

class FieldStateTest {
    private static final int HISTORIES = 600;

    private static final FieldState BASE = FieldState.change(sibling("cloud", 7, 100, "10"), VersionVector.EMPTY);

    @Test
    @Tag("A-601")
    void whoeverKnowsTheSameChangesHasTheSameStateInWhateverOrderGroupingAndNumberTheyCame() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            FieldHistory history = new FieldHistory(seed);
            Random random = new Random(~seed);
            FieldState inOrder =
                    history.all().stream().map(FieldHistory.Written::state).reduce(FieldState.EMPTY, FieldState::merge);

            assertEquals(inOrder, shuffled(history, random), "seed " + seed);
            assertEquals(FieldHistory.expected(history.all()), FieldHistory.dots(inOrder), "seed " + seed);
        }
    }

    @Test
    void onTheWayThereEachHoldsExactlyWhatNobodyHasReplacedKnowingly() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            FieldHistory history = new FieldHistory(seed);
            long theSeed = seed;
            history.states()
                    .forEach((actor, state) -> assertEquals(
                            history.expected(actor), FieldHistory.dots(state), actor + ", seed " + theSeed));
        }
    }

    @Test
    void mergingIsCommutativeAssociativeAndIdempotent() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<FieldState> states =
                    new ArrayList<>(new FieldHistory(seed).states().values());
            Collections.shuffle(states, new Random(seed));
            FieldState a = states.get(0);
            FieldState b = states.get(states.size() / 2);
            FieldState c = states.get(states.size() - 1);

            assertEquals(a.merge(b), b.merge(a), "seed " + seed);
            assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)), "seed " + seed);
            assertEquals(a, a.merge(a), "seed " + seed);
            assertEquals(a.merge(b), a.merge(b).merge(a), "seed " + seed);
        }
    }

    @Test
    void aValueThatWasSeenIsReplaced() {
        FieldState state = BASE.merge(FieldState.change(sibling("A", 1, 200, "12"), BASE.seen()));

        assertEquals(Optional.of("12"), value(state, MANUAL));
        assertFalse(state.isInConflict(MANUAL));
    }

    @Test
    void aChangeThatComesLateAfterOneThatReplacedItChangesNothing() {
        FieldState first = FieldState.change(sibling("A", 1, 200, "12"), BASE.seen());
        FieldState second =
                FieldState.change(sibling("B", 1, 300, "13"), BASE.merge(first).seen());

        FieldState state = BASE.merge(second);

        assertEquals(state, state.merge(first));
        assertEquals(Optional.of("13"), value(state, MANUAL));
    }

    @Test
    void amongUnawareWritersTheLastOneByTheHybridClockWins() {
        FieldState state = BASE.merge(FieldState.change(sibling("A", 1, 900, "12"), BASE.seen()))
                .merge(FieldState.change(sibling("B", 1, 800, "13"), BASE.seen()));

        assertEquals(Optional.of("12"), value(state, LAST_WRITER));
        assertFalse(state.isInConflict(LAST_WRITER));
    }

    @Test
    void atTheSameInstantTheTerminalsIdDecides() {
        FieldState state = BASE.merge(FieldState.change(sibling("A", 1, 900, "12"), BASE.seen()))
                .merge(FieldState.change(sibling("B", 1, 900, "13"), BASE.seen()));

        assertEquals(Optional.of("13"), value(state, LAST_WRITER));
    }

    @Test
    void whereAPersonDecidesTheCloudsValueHoldsUntilThen() {
        FieldState clouds = BASE.written(sibling("cloud", 9, 500, "11"));
        FieldState state = clouds.merge(FieldState.change(sibling("A", 1, 900, "12"), BASE.seen()));

        assertTrue(state.isInConflict(MANUAL));
        assertEquals(Optional.of("11"), value(state, MANUAL));

        FieldState decided = state.written(sibling("B", 1, 100, "12"));
        assertFalse(decided.isInConflict(MANUAL));
        assertEquals(Optional.of("12"), value(decided, MANUAL));
        assertEquals(decided, decided.merge(clouds).merge(state));
    }

    @Test
    void betweenTwoLanesTheFirstPriceHoldsUntilAPersonDecides() {
        FieldState state = BASE.merge(FieldState.change(sibling("A", 1, 900, "12"), BASE.seen()))
                .merge(FieldState.change(sibling("B", 1, 800, "13"), BASE.seen()));

        assertTrue(state.isInConflict(MANUAL));
        assertEquals(Optional.of("13"), value(state, MANUAL));
    }

    @Test
    void theSameValueFromTwoSidesIsNoConflict() {
        FieldState state = BASE.merge(FieldState.change(sibling("A", 1, 900, "12"), BASE.seen()))
                .merge(FieldState.change(sibling("B", 1, 800, "12"), BASE.seen()));

        assertFalse(state.isInConflict(MANUAL));
        assertEquals(Optional.of("12"), value(state, MANUAL));
    }

    @Test
    void aDeletedProductHasNoValueAndForgetsNothing() {
        FieldState state = BASE.cleared();

        assertEquals(Optional.empty(), state.standing(MANUAL));
        assertEquals(state, state.merge(BASE));
    }

    @Test
    void aCopiedFileThatWritesTheSameDotTwiceLeavesOneOfBothEverywhere() {
        FieldState one = FieldState.change(sibling("A", 1, 900, "12"), BASE.seen());
        FieldState two = FieldState.change(sibling("A", 1, 900, "13"), BASE.seen());

        assertEquals(BASE.merge(one).merge(two), BASE.merge(two).merge(one));
        assertEquals(1, BASE.merge(one).merge(two).siblings().size());
    }

    @Test
    void aSiblingThatNobodyHasSeenIsNoState() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FieldState(List.of(sibling("A", 1, 1, "1")), VersionVector.EMPTY));
    }

    /** All changes, some of them twice, in any order, merged in groups. */
    private static FieldState shuffled(FieldHistory history, Random random) {
        List<FieldState> states = new ArrayList<>();
        history.all().forEach(written -> states.addAll(Collections.nCopies(1 + random.nextInt(2), written.state())));
        while (states.size() > 1) {
            Collections.shuffle(states, random);
            FieldState last = states.remove(states.size() - 1);
            int other = random.nextInt(states.size());
            states.set(other, states.get(other).merge(last));
        }
        return states.get(0);
    }

    private static Optional<String> value(FieldState state, ProductField.Policy policy) {
        return state.standing(policy).flatMap(Sibling::value);
    }

    private static Sibling sibling(String actor, long n, long millis, String value) {
        return new Sibling(Optional.of(value), new Dot(actor, n), new HlcStamp(millis, 0), actor);
    }
}
