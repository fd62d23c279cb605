package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LoadTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void aGoodLineCarriesTheMost() {
        Load load = new Load(200);
        load.carried(SECOND, MEGABYTE);

        assertEquals(200, load.events());
        assertEquals(2 * MEGABYTE, load.bytes());
    }

    @Test
    void aSlowLineGetsWhatItCarriesInFourSeconds() {
        Load load = new Load(200);
        load.carried(40 * SECOND, MEGABYTE);

        assertEquals(MEGABYTE / 10, load.bytes(), 1_100);
        load.carried(4 * SECOND, load.bytes());
        assertTrue(load.bytes() <= MEGABYTE / 5, "it grows step by step");
    }

    @Test
    void onlyALineThatAnswersWithinASecondIsQuick() {
        Load load = new Load(200);
        assertFalse(load.isQuick(), "nothing is known yet");
        load.carried(SECOND, MEGABYTE);
        assertTrue(load.isQuick());
        load.carried(SECOND + 1, MEGABYTE);
        assertFalse(load.isQuick());
        load.carried(1, MEGABYTE);
        load.failed();
        assertFalse(load.isQuick());
    }

    @Test
    void aLineThatBreaksGetsLessEachTimeAndNeverNothing() {
        Load load = new Load(200);
        for (int i = 0; i < 30; i++) {
            load.failed();
        }
        assertEquals(1, load.events());
        assertEquals(4 * 1024, load.bytes());
        for (int i = 0; i < 30; i++) {
            load.carried(SECOND, load.bytes());
        }
        assertEquals(200, load.events());
        assertEquals(2 * MEGABYTE, load.bytes());
    }
}
