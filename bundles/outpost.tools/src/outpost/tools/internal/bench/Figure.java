package outpost.tools.internal.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * What one bench found, beside the same work done bare in the same run: machines differ, the ratio does not.
 *
 * @param value the median over the runs
 * @param limit the bare work's median, in the same unit; empty where no bare work is like it
 * @param ratio value to limit
 * @param spread from the best to the worst run, in parts of the median
 */
record Figure(
        String name,
        double value,
        String unit,
        Optional<Double> limit,
        Optional<Double> ratio,
        double spread,
        int runs) {
    /**
     * @param ours one value a run, at least one
     * @param bare the same, or nothing
     */
    static Figure of(String name, String unit, List<Double> ours, List<Double> bare) {
        double value = median(ours);
        Optional<Double> limit = bare.isEmpty() ? Optional.empty() : Optional.of(median(bare));
        double best = ours.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double worst = ours.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new Figure(
                name,
                rounded(value),
                unit,
                limit.map(Figure::rounded),
                limit.map(least -> rounded(value / least)),
                value == 0 ? 0 : rounded((worst - best) / value),
                ours.size());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Three significant digits are more than two runs ever agree on. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
