package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
