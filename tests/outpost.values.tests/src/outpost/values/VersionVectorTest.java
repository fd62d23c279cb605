package outpost.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VersionVectorTest {
    @Test
    void coversWhatCameBeforeOfTheSameActorOnly() {
        VersionVector seen = VersionVector.of(new Dot("A", 5));

        assertTrue(seen.covers(new Dot("A", 5)));
        assertTrue(seen.covers(new Dot("A", 4)));
        assertFalse(seen.covers(new Dot("A", 6)));
        assertFalse(seen.covers(new Dot("B", 1)));
    }

    @Test
    void whatWasThereBeforeAnybodyCountedEverybodyHasSeen() {
        assertTrue(VersionVector.EMPTY.covers(new Dot("A", 0)));
        assertEquals(VersionVector.EMPTY, VersionVector.of(new Dot("A", 0)));
    }

    @Test
    void aJoinHasSeenWhatEitherHas() {
        VersionVector one = VersionVector.of(new Dot("A", 5)).with(new Dot("B", 1));
        VersionVector two = VersionVector.of(new Dot("A", 3)).with(new Dot("C", 7));

        assertEquals(Map.of("A", 5L, "B", 1L, "C", 7L), one.join(two).counters());
        assertEquals(one.join(two), two.join(one));
        assertEquals(one, one.join(one));
    }

    @Test
    void anOlderChangeTakesNothingBack() {
        VersionVector seen = VersionVector.of(new Dot("A", 5));

        assertEquals(seen, seen.with(new Dot("A", 2)));
    }

    @Test
    void refusesWhatIsNoCount() {
        assertThrows(IllegalArgumentException.class, () -> new Dot("A", -1));
        assertThrows(IllegalArgumentException.class, () -> new Dot("a b", 1));
        assertThrows(IllegalArgumentException.class, () -> new VersionVector(new TreeMap<>(Map.of("A", 0L))));
        assertThrows(IllegalArgumentException.class, () -> new VersionVector(new TreeMap<>(Map.of("a b", 1L))));
    }
}
