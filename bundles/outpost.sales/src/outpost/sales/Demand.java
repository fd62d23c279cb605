package outpost.sales;

import java.util.Objects;

/**
 * What an act asks for: a right, and for discounts and overrides how far it goes.
 *
 * @param ppm parts per million of the amount that the act takes away; 0 where a right has no limit
 */
public record Demand(Right right, int ppm) {
    public static final int ALL_PPM = 1_000_000;

    public Demand {
        Objects.requireNonNull(right, "right");
        if (ppm < 0 || ppm > ALL_PPM) {
            throw new IllegalArgumentException("ppm is " + ppm + ", must be 0 to " + ALL_PPM);
        }
    }

    public static Demand of(Right right) {
        return new Demand(right, 0);
    }

    /** Whether who was allowed this may also do the other. */
    public boolean covers(Demand other) {
        return right == other.right && ppm >= other.ppm;
    }
}
