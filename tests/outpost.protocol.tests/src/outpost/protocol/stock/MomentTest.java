package outpost.protocol.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import outpost.values.HlcStamp;

class MomentTest {
    @Test
    void theTextSortsAsTheMomentDoes() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            Moment one = random(random);
            Moment other = random(random);
            assertEquals(
                    Integer.signum(one.toString().compareTo(other.toString())),
                    Integer.signum(one.compareTo(other)),
                    one + " and " + other);
        }
    }

    @Test
    void theTextIsReadBack() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            Moment moment = random(random);
            assertEquals(moment, Moment.parse(moment.toString()));
        }
    }

    @Test
    void aTextOfAnotherFormIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Moment.parse(""));
        String text = random(new Random(6)).toString();
        assertThrows(IllegalArgumentException.class, () -> Moment.parse(text + "0"));
        assertThrows(IllegalArgumentException.class, () -> new Moment(new HlcStamp(1, 0), new UUID(0, 0), 0));
    }

    private static Moment random(Random random) {
        HlcStamp stamp = new HlcStamp(random.nextInt(2), random.nextInt(2));
        UUID document = random.nextBoolean() ? new UUID(7, 7) : new UUID(random.nextLong(), random.nextLong());
        return new Moment(stamp, document, 1 + random.nextInt(20));
    }
}
