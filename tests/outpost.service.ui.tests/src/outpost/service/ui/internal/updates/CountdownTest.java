package outpost.service.ui.internal.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private final Countdown countdown = new Countdown();

    @Test
    @Tag("A-744")
    void aTillWithoutAnUpdateOrWithAnOpenShiftIsLeftAlone() {
        countdown.see(false);
        for (int second = 0; second <= Countdown.SECONDS; second++) {
            assertFalse(countdown.tick());
        }
        assertFalse(countdown.isCounting());
    }

    @Test
    @Tag("A-744")
    void theLastSecondRestartsTheTill() {
        countdown.see(true);
        for (int second = 1; second < Countdown.SECONDS; second++) {
            assertFalse(countdown.tick());
            countdown.see(true);
        }
        assertTrue(countdown.tick());
    }

    @Test
    @Tag("A-744")
    void whoeverBeginsToTradeStopsIt() {
        countdown.see(true);
        countdown.tick();
        countdown.see(false);
        assertFalse(countdown.isCounting());

        countdown.see(true);
        assertEquals(Countdown.SECONDS, countdown.left());
    }

    @Test
    @Tag("A-744")
    void whatWasPutOffComesAgainAfterTheNextShift() {
        countdown.see(true);
        countdown.putOff();
        countdown.see(true);
        assertFalse(countdown.isCounting());
        assertFalse(countdown.tick());

        countdown.see(false);
        countdown.see(true);
        assertTrue(countdown.isCounting());
    }
}
