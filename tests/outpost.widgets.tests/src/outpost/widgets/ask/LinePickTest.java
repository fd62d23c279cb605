package outpost.widgets.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.values.Quantity;

class LinePickTest {
    private final LinePick pick = new LinePick(List.of(line(1, 3, 3), line(2, 0, 1)));

    @Test
    void atFirstNothingComesBack() {
        assertTrue(pick.isEmpty());
    }

    @Test
    void oneTouchTakesAllThatIsLeftAndAnotherNothing() {
        pick.toggle(0);
        assertEquals(Quantity.of(3), pick.chosen(0));
        assertFalse(pick.isEmpty());

        pick.toggle(0);
        assertTrue(pick.isEmpty());
    }

    @Test
    void neverMoreThanIsLeftAndNeverLessThanNothing() {
        pick.change(0, 5);
        assertEquals(Quantity.of(3), pick.chosen(0));

        pick.change(0, -9);
        assertTrue(pick.isEmpty());
        pick.change(1, 1);
        assertTrue(pick.isEmpty());
    }

    @Test
    void everythingIsWhatIsLeftOfEachLine() {
        pick.all();

        assertEquals(Quantity.of(3), pick.chosen(0));
        assertTrue(pick.chosen(1).isZero());
    }

    private static LinePick.Line line(int lineNo, long left, long sold) {
        return new LinePick.Line(lineNo, "Milk", Quantity.of(left), Quantity.of(sold), "£1.20");
    }
}
