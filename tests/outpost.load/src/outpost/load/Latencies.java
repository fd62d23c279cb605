package outpost.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long calls took and how they ended, by kind. */
final class Latencies {
    private final Map<String, Kind> kinds = new TreeMap<>();

    private static final class Kind {
        private long[] micros = new long[1_024];
        private int count;
        private int refused;
        private int lost;
    }

    synchronized void answered(String kind, long micros, boolean good) {
        Kind of = kinds.computeIfAbsent(kind, name -> new Kind());
        if (of.count == of.micros.length) {
            of.micros = Arrays.copyOf(of.micros, of.count * 2);
        }
        of.micros[of.count++] = micros;
        of.refused += good ? 0 : 1;
    }

    synchronized void lost(String kind) {
        kinds.computeIfAbsent(kind, name -> new Kind()).lost++;
    }

    /** Forgets all that was measured so far. */
    synchronized void clear() {
        kinds.clear();
    }

    /** A table, in milliseconds. */
    synchronized String table(long seconds) {
        StringBuilder table = new StringBuilder(String.format(
                "%-10s %9s %8s %8s %8s %8s %8s %8s %8s%n",
                "call", "answers", "per s", "p50 ms", "p95", "p99", "max", "refused", "no answer"));
        kinds.forEach((name, kind) -> {
            long[] sorted = Arrays.copyOf(kind.micros, kind.count);
            Arrays.sort(sorted);
            table.append(String.format(
                    "%-10s %9d %8d %8s %8s %8s %8s %8d %8d%n",
                    name,
                    kind.count,
                    kind.count / Math.max(1, seconds),
                    millis(sorted, 500),
                    millis(sorted, 950),
                    millis(sorted, 990),
                    millis(sorted, 1_000),
                    kind.refused,
                    kind.lost));
        });
        return table.toString();
    }

    /** A line of JSON for each of these kinds: the 99th percentile; and one for all calls that got a refusal or no answer. */
    synchronized List<String> figures(String fleet, List<String> names) {
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            Kind kind = kinds.getOrDefault(name, new Kind());
            long[] sorted = Arrays.copyOf(kind.micros, kind.count);
            Arrays.sort(sorted);
            if (sorted.length > 0) {
                lines.add(figure(fleet + "/" + name + "-p99", at(sorted, 990), "us"));
            }
        }
        long failed = kinds.values().stream()
                .mapToLong(kind -> kind.refused + kind.lost)
                .sum();
        lines.add(figure(fleet + "/failed-calls", failed, "calls"));
        return lines;
    }

    private static String figure(String name, long value, String unit) {
        return "{\"name\":\"" + name + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\"}";
    }

    private static long at(long[] sorted, int perMille) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) sorted.length * perMille / 1_000)];
    }

    private static String millis(long[] sorted, int perMille) {
        if (sorted.length == 0) {
            return "-";
        }
        long micros = at(sorted, perMille);
        return micros / 1_000 + "." + micros / 100 % 10;
    }
}
