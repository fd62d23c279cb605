package outpost.cloud.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;

/** Sales whose sums are right. */
final class Sales {
    /** The total of each line of {@link #of}. */
    static final long LINE_MINOR = 255;

    private Sales() {}

    /** @param sign 1 for goods sold, -1 for goods that come back */
    static SalePayload of(UUID id, int lines, int sign) {
        return of(id, lines, sign, "GBP");
    }

    static SalePayload of(UUID id, int lines, int sign, String currency) {
        List<SaleLine> all = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> new SaleLine(
                        i,
                        Optional.of("P" + i),
                        "85123A",
                        "LANTERN",
                        sign * 1000L,
                        LINE_MINOR,
                        sign * LINE_MINOR,
                        "standard",
                        200_000))
                .toList();
        long total = sign * lines * LINE_MINOR;
        return new SalePayload(
                id,
                "R-" + id.toString().substring(0, 8),
                Optional.empty(),
                currency,
                "Cashier 1",
                all,
                SaleTax.of(currency, all),
                List.of(new SaleTender(SaleTender.CASH, total, total, 0)),
                total);
    }
}
