package outpost.values;

import java.util.HexFormat;

/**
 * A hybrid-logical-clock time stamp: close to wall time, yet never going back on one node.
 *
 * <p>Source: Kulkarni, Demirbas et al., "Logical Physical Clocks" (OPODIS 2014).
 *
 * @param millis milliseconds since 1970-01-01 UTC, 0 to 2<sup>47</sup>-1
 * @param counter orders events of the same millisecond, 0 to 65,535
 */
public record HlcStamp(long millis, int counter) implements Comparable<HlcStamp> {
    static final int MAX_COUNTER = 0xFFFF;
    private static final long MAX_MILLIS = (1L << 47) - 1;

    public HlcStamp {
        if (millis < 0 || millis > MAX_MILLIS || counter < 0 || counter > MAX_COUNTER) {
            throw new IllegalArgumentException("not a stamp: " + millis + " ms, counter " + counter);
        }
    }

    /** Reads the 16 hexadecimal digits that {@link #toString()} writes. */
    public static HlcStamp parse(String hex) {
        if (hex.length() != 16) {
            throw new IllegalArgumentException("'" + hex + "' is not a stamp of 16 hexadecimal digits");
        }
        return unpack(Long.parseUnsignedLong(hex, 16));
    }

    /** The inverse of {@link #packed()}. */
    public static HlcStamp unpack(long packed) {
        return new HlcStamp(packed >>> 16, (int) (packed & MAX_COUNTER));
    }

    /** Both parts in one number that sorts as the stamp does. */
    public long packed() {
        return millis << 16 | counter;
    }

    @Override
    public int compareTo(HlcStamp other) {
        return Long.compare(packed(), other.packed());
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(packed());
    }
}
