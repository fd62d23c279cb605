package outpost.bench.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Repeats a measurement and its bare counterpart in turn, so that whatever else the machine does meets both. */
public final class Runs {
    private static final int RUNS = 5;
    private static final Map<String, Double> PARTS = parts();

    private Runs() {}

    /**
     * Readings {@code NAME/p50}, {@code NAME/p99} and {@code NAME/max}, in microseconds.
     *
     * @param ours and {@code bare}: one run each; the first of both is thrown away, because the machine warms up in it
     */
    public static List<Reading> compare(String name, Supplier<Samples> ours, Supplier<Samples> bare) {
        List<Reading> readings = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Samples our = ours.get();
            Samples limit = bare.get();
            if (run > 0) {
                PARTS.forEach((label, part) -> {
                    readings.add(Reading.ours(name + "/" + label, "us", our.micros(part)));
                    readings.add(Reading.bare(name + "/" + label, "us", limit.micros(part)));
                });
            }
        }
        return readings;
    }

    private static Map<String, Double> parts() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("p50", 0.5);
        parts.put("p99", 0.99);
        parts.put("max", 1.0);
        return parts;
    }
}
