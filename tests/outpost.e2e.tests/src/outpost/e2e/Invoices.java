package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The real invoices, and what they sum up to. */
final class Invoices {
    static final Path FILE = Products.data("invoices.csv.gz");
    static final long SALES = 1_279;
    static final long REFUNDS = 221;
    static final long LINES = 31_678;
    static final long NET_PENCE = 54_800_014;

    private Invoices() {}

    /**
     * Writes the first invoices of the real ones into a file of their own.
     *
     * @return how many lines they have
     */
    static long first(int invoices, Path target) throws IOException {
        try (BufferedReader all = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8));
                BufferedWriter some = Files.newBufferedWriter(target)) {
            some.append(all.readLine()).append('\n');
            Set<String> numbers = new HashSet<>();
            long lines = 0;
            for (String line = all.readLine(); line != null; line = all.readLine()) {
                numbers.add(line.substring(0, line.indexOf(',')));
                if (numbers.size() > invoices) {
                    return lines;
                }
                some.append(line).append('\n');
                lines++;
            }
            throw new IllegalStateException("there are only " + numbers.size() + " invoices");
        }
    }

    /** Holds the cloud's summary, or the answer of {@code outpost replay --json}, to what the file holds. */
    static void assertAllArrivedOnce(JsonNode sums) {
        assertEquals(SALES, sums.get("sales").asLong(), "sales");
        assertEquals(REFUNDS, sums.get("refunds").asLong(), "refunds");
        assertEquals(LINES, sums.get("lines").asLong(), "lines");
        assertEquals(NET_PENCE, sums.get("netMinor").asLong(), "net in pence");
        assertEquals(SALES + REFUNDS, sums.get("events").asLong(), "events");
    }
}
