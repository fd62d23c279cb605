package outpost.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import outpost.values.Rounding;

/** A sale that fits together, to be spoilt by a test in one place. */
final class SaleBuilder {
    private final List<SaleLine> lines = new ArrayList<>();
    private String currency = "GBP";

    SaleBuilder line(long quantityMilli, long unitPriceMinor, int taxRatePpm) {
        lines.add(new SaleLine(
                lines.size() + 1,
                Optional.of("p" + lines.size()),
                "code",
                "Name",
                quantityMilli,
                unitPriceMinor,
                Rounding.halfUp(unitPriceMinor, quantityMilli, 1000),
                "rate" + taxRatePpm,
                taxRatePpm));
        return this;
    }

    SaleBuilder currency(String code) {
        currency = code;
        return this;
    }

    List<SaleLine> lines() {
        return lines;
    }

    long total() {
        return lines.stream().mapToLong(SaleLine::totalMinor).sum();
    }

    SalePayload build() {
        return build(lines, SaleTax.of(currency, lines), List.of(cash(total())), total());
    }

    SalePayload build(List<SaleLine> ofLines, List<SaleTax> taxes, List<SaleTender> tenders, long totalMinor) {
        return new SalePayload(
                new UUID(1, 2),
                "till-1-000001",
                Optional.empty(),
                currency,
                "Kim",
                ofLines,
                taxes,
                tenders,
                totalMinor);
    }

    static SaleTender cash(long amountMinor) {
        return new SaleTender(SaleTender.CASH, amountMinor, amountMinor, 0);
    }
}
