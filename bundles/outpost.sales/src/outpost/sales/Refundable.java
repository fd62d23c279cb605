package outpost.sales;

import java.util.List;

/** A receipt and what of it can still come back. */
public record Refundable(Receipt receipt, List<RefundableLine> lines) {
    public Refundable {
        lines = List.copyOf(lines);
    }
}
