package outpost.values.reckoning;

import outpost.values.Rounding;

/** What is taken off a price. */
public sealed interface Discount {
    /**
     * What this takes off a base, with the base's sign and never more than all of it, in minor units.
     *
     * @throws ArithmeticException if the base is {@link Long#MIN_VALUE}
     */
    long off(long baseMinor);

    /** @param ppm parts per million of the base, 0 to 1,000,000; what it comes to is rounded half up */
    record Percent(int ppm) implements Discount {
        private static final int ALL = 1_000_000;

        public Percent {
            if (ppm < 0 || ppm > ALL) {
                throw new IllegalArgumentException("ppm is " + ppm + ", must be 0 to " + ALL);
            }
        }

        @Override
        public long off(long baseMinor) {
            return Rounding.halfUp(baseMinor, ppm, ALL);
        }
    }

    /** @param minor in minor units, not negative; from a smaller base it takes all */
    record Amount(long minor) implements Discount {
        public Amount {
            if (minor < 0) {
                throw new IllegalArgumentException("a discount cannot be negative: " + minor);
            }
        }

        @Override
        public long off(long baseMinor) {
            return Math.min(minor, Math.max(baseMinor, Math.negateExact(baseMinor))) * Long.signum(baseMinor);
        }
    }
}
