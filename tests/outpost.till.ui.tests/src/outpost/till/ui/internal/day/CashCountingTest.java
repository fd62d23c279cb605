package outpost.till.ui.internal.day;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.values.Money;

class CashCountingTest {
    private final CashCounting counting = new CashCounting(
            List.of(Money.of("GBP", 1_000), Money.of("GBP", 500), Money.of("GBP", 1)), Money.of("GBP", 0));

    private List<Integer> counts() {
        return counting.piles().stream().map(pile -> pile.count()).toList();
    }

    @Test
    void digitsCountTheSelectedPileAndTheTotalIsExact() {
        counting.type("12");
        counting.move(1);
        counting.type("3");
        counting.move(1);
        counting.type("7");

        assertEquals(List.of(12, 3, 7), counts());
        assertEquals(Money.of("GBP", 13_507), counting.total());
    }

    @Test
    void aPileThatIsComeBackToIsCountedAnew() {
        counting.type("12");
        counting.move(1);
        counting.move(-1);
        counting.type("4");

        assertEquals(List.of(4, 0, 0), counts());
    }

    @Test
    void theLastDigitCanBeTakenBack() {
        counting.type("125");
        counting.deleteLast();
        counting.type("6");

        assertEquals(List.of(126, 0, 0), counts());
    }

    @Test
    void moreThanADrawerHoldsAndOtherCharactersAreNotTaken() {
        counting.type("99999");
        counting.type("9a-");

        assertEquals(List.of(99_999, 0, 0), counts());
    }

    @Test
    void theSelectionStaysWithinThePiles() {
        counting.move(-1);
        assertEquals(0, counting.selected());
        counting.move(7);
        assertEquals(2, counting.selected());
    }
}
