package outpost.widgets.ask;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.values.Money;
import outpost.values.Quantity;

/** A figure while it is being typed. Amounts shift in from the right, as at any till; quantities and percentages take a decimal point. */
public final class Figure {
    /** What the typed digits mean. */
    public enum Unit {
        QUANTITY,
        MONEY,
        PERCENT
    }

    private static final int MOST_DIGITS = 8;
    private static final int MOST_DECIMALS = 3;
    private static final int PERCENT_SCALE = 4;
    private static final int ALL_PPM = 1_000_000;
    private static final char POINT = '.';

    private final List<Unit> units;
    private final Currency currency;
    private Unit unit;
    private String digits = "";

    /** @param units what may be typed; the first one to begin with */
    public Figure(Currency currency, Unit... units) {
        this.currency = currency;
        this.units = List.of(units);
        unit = units[0];
    }

    public List<Unit> units() {
        return units;
    }

    public Unit unit() {
        return unit;
    }

    /** Begins anew in another unit. */
    public void become(Unit other) {
        unit = other;
        digits = "";
    }

    /** @param typed a digit, two zeros, or a decimal point or comma; what does not fit is ignored */
    public void type(String typed) {
        for (char character : typed.toCharArray()) {
            type(character);
        }
    }

    public void deleteLast() {
        digits = digits.isEmpty() ? "" : digits.substring(0, digits.length() - 1);
    }

    /** Replaces what was typed. */
    public void set(String wanted) {
        digits = "";
        type(wanted);
    }

    public boolean isEmpty() {
        return digits.isEmpty();
    }

    /** What was typed, as it was typed. */
    public String digits() {
        return digits;
    }

    /** The amount; empty if the unit is another one or nothing was typed. */
    public Optional<Money> money() {
        return unit == Unit.MONEY && !digits.isEmpty()
                ? Optional.of(new Money(currency, Long.parseLong(digits)))
                : Optional.empty();
    }

    /** What an amount begins with. */
    public Money zero() {
        return Money.zero(currency);
    }

    /** The quantity; empty if the unit is another one or it is none. */
    public Optional<Quantity> quantity() {
        return unit == Unit.QUANTITY ? decimal().map(value -> Quantity.parse(value.toPlainString())) : Optional.empty();
    }

    /** The percentage in parts of a million; empty if the unit is another one or it is not above 0 and at most 100. */
    public Optional<Integer> ppm() {
        return unit == Unit.PERCENT
                ? decimal()
                        .map(value -> value.movePointRight(PERCENT_SCALE).intValueExact())
                        .filter(ppm -> ppm > 0 && ppm <= ALL_PPM)
                : Optional.empty();
    }

    /** Whether what was typed can be an answer. */
    public boolean isComplete() {
        return money().isPresent() || quantity().isPresent() || ppm().isPresent();
    }

    private Optional<BigDecimal> decimal() {
        boolean some = digits.chars().anyMatch(Character::isDigit);
        return some ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private void type(char character) {
        boolean point = character == POINT || character == ',';
        int place = digits.indexOf(POINT);
        if (point && unit != Unit.MONEY && place < 0) {
            digits += digits.isEmpty() ? "0." : ".";
        } else if (character >= '0' && character <= '9' && digits.length() < MOST_DIGITS) {
            boolean full = place >= 0 && digits.length() - place > MOST_DECIMALS;
            digits = full ? digits : "0".equals(digits) ? "" + character : digits + character;
        }
    }
}
