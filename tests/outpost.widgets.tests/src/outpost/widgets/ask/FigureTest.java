package outpost.widgets.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.widgets.ask.Figure.Unit;

class FigureTest {
    @Test
    void anAmountShiftsInFromTheRight() {
        Figure figure = figure(Unit.MONEY);

        figure.type("2000");

        assertEquals(Optional.of(Money.of("GBP", 2_000)), figure.money());
        figure.deleteLast();
        assertEquals(Optional.of(Money.of("GBP", 200)), figure.money());
    }

    @Test
    void anAmountHasNoPointAndNoMoreDigitsThanATillTakes() {
        Figure figure = figure(Unit.MONEY);

        figure.type("1.23456789012");

        assertEquals(Optional.of(Money.of("GBP", 12_345_678)), figure.money());
    }

    @Test
    void aQuantityTakesAPointOrACommaAndThreeDecimals() {
        Figure figure = figure(Unit.QUANTITY);

        figure.type("1,2505");

        assertEquals(Optional.of(Quantity.parse("1.250")), figure.quantity());
    }

    @Test
    void aPercentageIsAboveZeroAndAtMostOneHundred() {
        Figure figure = figure(Unit.PERCENT);
        assertFalse(figure.isComplete());

        figure.type("12.5");
        assertEquals(Optional.of(125_000), figure.ppm());

        figure.set("101");
        assertEquals(Optional.empty(), figure.ppm());
        figure.set("0");
        assertEquals(Optional.empty(), figure.ppm());
        figure.set("100");
        assertTrue(figure.isComplete());
    }

    @Test
    void anotherUnitBeginsAnew() {
        Figure figure = figure(Unit.PERCENT, Unit.MONEY);
        figure.type("10");

        figure.become(Unit.MONEY);

        assertTrue(figure.isEmpty());
        figure.type("150");
        assertEquals(Optional.of(Money.of("GBP", 150)), figure.money());
        assertEquals(Optional.empty(), figure.ppm());
    }

    private static Figure figure(Unit... units) {
        return new Figure(Currency.getInstance("GBP"), units);
    }
}
