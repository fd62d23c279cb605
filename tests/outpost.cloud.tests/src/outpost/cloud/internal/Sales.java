package outpost.cloud.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import outpost.protocol.Json;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleDiscount.Scope;
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

    /** The sale with more in it: an edit of its JSON, read back, so that it has to fit together. */
    static SalePayload with(SalePayload sale, Consumer<ObjectNode> edit) {
        ObjectNode json = Json.mapper().valueToTree(sale);
        edit.accept(json);
        return Json.read(Json.write(json), SalePayload.class);
    }

    /** One line of 10.00, of which 1.00 was taken off for the line and 0.90 for the ticket; 5.00 by card and 3.10 in cash. */
    static SalePayload discountedAndPaidInTwoWays() {
        SaleLine line = new SaleLine(
                1,
                Optional.of("P1"),
                "85123A",
                "LANTERN",
                1000,
                1000,
                810,
                "standard",
                200_000,
                Optional.of("lights"),
                Optional.empty(),
                List.of(
                        new SaleDiscount(Scope.LINE, "damaged", Optional.of(100_000), 100, Optional.empty()),
                        new SaleDiscount(Scope.TICKET, "friend", Optional.of(100_000), 90, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new SalePayload(
                UUID.randomUUID(),
                "R-1",
                Optional.empty(),
                "GBP",
                "Cashier 1",
                List.of(line),
                SaleTax.of("GBP", List.of(line)),
                List.of(new SaleTender(SaleTender.CARD, 500, 500, 0), new SaleTender(SaleTender.CASH, 310, 400, 90)),
                810);
    }
}
