package outpost.bench.internal;

import java.util.Arrays;

/** Durations of one run, and their distribution. */
public final class Samples {
    private static final double NANOS_PER_MICRO = 1_000;

    private long[] nanos = new long[1_024];
    private int count;

    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = duration;
    }

    /** The duration that this part of the samples, 0 to 1, did not exceed. */
    public double micros(double part) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int place = (int) Math.ceil(part * count) - 1;
        return sorted[Math.max(0, place)] / NANOS_PER_MICRO;
    }
}
