package outpost.bench.internal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one run gave, of Outpost or of the same work done bare. {@code outpost bench} makes figures of all runs together. */
public record Reading(String name, String unit, Side side, double value) {
    /** Whose work it was. */
    public enum Side {
        @JsonProperty("outpost")
        OUTPOST,
        @JsonProperty("bare")
        BARE
    }

    static Reading ours(String name, String unit, double value) {
        return new Reading(name, unit, Side.OUTPOST, value);
    }

    static Reading bare(String name, String unit, double value) {
        return new Reading(name, unit, Side.BARE, value);
    }
}
