package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** The real invoices, and what they sum up to. */
final class Invoices {
    static final Path FILE = Products.data("invoices.csv.gz");
    static final long SALES = 1_279;
    static final long REFUNDS = 221;
    static final long LINES = 31_678;
    static final long NET_PENCE = 54_800_014;

    private Invoices() {}

    /** Holds the cloud's summary, or the answer of {@code outpost replay --json}, to what the file holds. */
    static void assertAllArrivedOnce(JsonNode sums) {
        assertEquals(SALES, sums.get("sales").asLong(), "sales");
        assertEquals(REFUNDS, sums.get("refunds").asLong(), "refunds");
        assertEquals(LINES, sums.get("lines").asLong(), "lines");
        assertEquals(NET_PENCE, sums.get("netMinor").asLong(), "net in pence");
        assertEquals(SALES + REFUNDS, sums.get("events").asLong(), "events");
    }
}
