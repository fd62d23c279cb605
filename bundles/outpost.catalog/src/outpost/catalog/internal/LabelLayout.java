package outpost.catalog.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a shop's own labels carry weight, price or count within an EAN-13 (GS1 General Specifications, restricted circulation numbers).
 *
 * <p>Thirteen characters, one for each digit: first the digits that such a label begins with; {@code I} for the item's number; then {@code W} for kilograms
 * and {@code w} for their decimals, or {@code P} for the price and {@code p} for its decimals, or {@code N} for pieces; {@code V} for a digit that checks the
 * price, which is skipped; at last {@code C} for the check digit. For example {@code 21IIIIIWWwwwC} and {@code 02IIIIIVPPppC}.
 */
final class LabelLayout {
    private static final int LENGTH = 13;
    private static final Pattern FORM = Pattern.compile("([0-9]+)(I+)(V?)(W*w{0,3}|P*p*|N+)(V?)C");

    private final Pattern pattern;
    private final char kind;
    private final int decimals;

    private LabelLayout(Pattern pattern, char kind, int decimals) {
        this.pattern = pattern;
        this.kind = kind;
        this.decimals = decimals;
    }

    /** Empty for a text that is not such a layout. */
    static Optional<LabelLayout> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() != LENGTH || !form.matches() || form.group(4).isEmpty()) {
            return Optional.empty();
        }
        String measure = form.group(4);
        Pattern pattern = Pattern.compile(form.group(1) + "(" + digits(form.group(2)) + ")" + digits(form.group(3))
                + "(" + digits(measure) + ")" + digits(form.group(5)) + "[0-9]");
        int decimals = (int) measure.chars().filter(Character::isLowerCase).count();
        return Optional.of(new LabelLayout(pattern, Character.toUpperCase(measure.charAt(0)), decimals));
    }

    /** What a label says; empty if it is not one of these. */
    Optional<Label> read(String digits13) {
        Matcher label = pattern.matcher(digits13);
        if (!label.matches()) {
            return Optional.empty();
        }
        String measure = label.group(2);
        int point = measure.length() - decimals;
        String decimal = decimals == 0 ? measure : "0" + measure.substring(0, point) + "." + measure.substring(point);
        String withoutMeasure = digits13.substring(0, label.end(1)) + "0".repeat(LENGTH - 1 - label.end(1));
        return Optional.of(new Label(label.group(1), withoutMeasure, kind, decimal));
    }

    private static String digits(String letters) {
        return letters.isEmpty() ? "" : "[0-9]{" + letters.length() + "}";
    }

    /**
     * One label.
     *
     * @param item the item's number as it stands there
     * @param withoutMeasure the twelve digits before the check digit with zeros for all that is not prefix and item
     * @param kind {@code W}, {@code P} or {@code N}
     * @param decimal the measure
     */
    record Label(String item, String withoutMeasure, char kind, String decimal) {}
}
