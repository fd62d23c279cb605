package outpost.tools.internal.bench;

/**
 * What one run gave.
 *
 * @param side {@code outpost}, or {@code bare} for the same work done bare
 */
record Reading(String name, String unit, String side, double value) {
    static final String OUTPOST = "outpost";
    static final String BARE = "bare";

    /** The same as the other side's. */
    Reading of(String other) {
        return new Reading(name, unit, other, value);
    }
}
