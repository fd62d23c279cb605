package outpost.protocol.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * All places ({@link outpost.protocol.Entity#place()}) that begin with these digits.
 *
 * @param digits 0 to 8 lower-case hexadecimal digits; none for the whole catalog
 */
public record PlaceRange(@JsonValue String digits) {
    public static final PlaceRange ALL = new PlaceRange("");
    private static final int PLACE_DIGITS = 8;
    private static final int BITS_PER_DIGIT = 4;
    private static final int RADIX = 16;
    private static final String DIGITS = "0123456789abcdef";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlaceRange {
        if (digits == null
                || digits.length() > PLACE_DIGITS
                || !digits.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)) {
            throw new IllegalArgumentException("'" + digits + "' is not 0 to 8 lower-case hexadecimal digits");
        }
    }

    /** The first place in it. */
    public long first() {
        return digits.isEmpty() ? 0 : Long.parseLong(digits, RADIX) << freeBits();
    }

    /** The last place in it. */
    public long last() {
        return first() + width() - 1;
    }

    /** How many places it has. */
    public long width() {
        return 1L << freeBits();
    }

    /** Whether it is one place, which has no parts. */
    public boolean isSingle() {
        return digits.length() == PLACE_DIGITS;
    }

    public boolean holds(long place) {
        return place >= first() && place <= last();
    }

    public boolean holds(PlaceRange other) {
        return other.digits.startsWith(digits);
    }

    /**
     * Its equal parts, in the order of their places.
     *
     * @param parts 1 (the range itself), 16 or 256
     * @throws IllegalArgumentException for another number, or where the range has not so many places
     */
    public List<PlaceRange> parts(int parts) {
        return switch (parts) {
            case 1 -> List.of(this);
            case 16 -> split().toList();
            case 256 -> split().flatMap(PlaceRange::split).toList();
            default -> throw new IllegalArgumentException(parts + " parts; a range has 1, 16 or 256");
        };
    }

    private Stream<PlaceRange> split() {
        return DIGITS.chars().mapToObj(digit -> new PlaceRange(digits + (char) digit));
    }

    private int freeBits() {
        return BITS_PER_DIGIT * (PLACE_DIGITS - digits.length());
    }

    @Override
    public String toString() {
        return digits + "…";
    }
}
