package outpost.protocol.reconcile;

import java.util.HexFormat;
import outpost.protocol.Sha256;

/**
 * What a set of rows adds up to.
 *
 * @param count rows in it
 * @param sum of their {@link outpost.protocol.Entity#digest()}, modulo 2<sup>64</sup>
 */
public record RangeSum(long count, long sum) {
    public static final RangeSum NONE = new RangeSum(0, 0);
    private static final int FINGERPRINT_CHARS = 16;
    private static final String NO_ROWS = "0".repeat(FINGERPRINT_CHARS);

    /** That of both sets together, which have no row in common. */
    public RangeSum plus(RangeSum other) {
        return new RangeSum(count + other.count, sum + other.sum);
    }

    /**
     * 16 hexadecimal digits, equal for equal sets: the first 8 bytes of SHA-256 of {@code count LF sum}, zeros for no rows. Hashed, because the bare sums of
     * a range's parts would say no more than the range's own.
     */
    public String fingerprint() {
        return count == 0
                ? NO_ROWS
                : Sha256.hex(count + "\n" + HexFormat.of().toHexDigits(sum)).substring(0, FINGERPRINT_CHARS);
    }
}
