package outpost.sync.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outpost.outbox.BranchEvents.Range;

class RangesTest {
    private static final int NUMBERS = 40;

    @Test
    void rangesThatTouchBecomeOne() {
        Ranges ranges = new Ranges();
        ranges.add(new Range(1, 3));
        ranges.add(new Range(7, 9));
        ranges.add(new Range(4, 6));

        assertEquals(List.of(new Range(1, 9)), ranges.list());
        assertEquals(10, ranges.firstMissing());
    }

    @Test
    void itIsTheSetOfNumbersWhateverIsAddedInWhichOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            BitSet oneBits = new BitSet();
            BitSet otherBits = new BitSet();
            Ranges one = filled(random, oneBits);
            Ranges other = filled(random, otherBits);
            BitSet left = (BitSet) oneBits.clone();
            left.andNot(otherBits);

            assertEquals(oneBits, bits(one), "seed " + seed);
            assertEquals(left, bits(one.without(other)), "seed " + seed);
            assertEquals(oneBits.nextClearBit(1), one.firstMissing(), "seed " + seed);
            assertEquals(left.isEmpty(), one.without(other).isEmpty(), "seed " + seed);
        }
    }

    private static Ranges filled(Random random, BitSet bits) {
        Ranges ranges = new Ranges();
        for (int i = random.nextInt(8); i > 0; i--) {
            int first = 1 + random.nextInt(NUMBERS);
            int last = first + random.nextInt(6);
            ranges.add(new Range(first, last));
            bits.set(first, last + 1);
        }
        return ranges;
    }

    private static BitSet bits(Ranges ranges) {
        BitSet bits = new BitSet();
        for (int number = 1; number < NUMBERS + 10; number++) {
            bits.set(number, ranges.contains(number));
        }
        return bits;
    }
}
