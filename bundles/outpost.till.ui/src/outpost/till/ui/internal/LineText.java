package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.sales.TicketDiscount;
import outpost.sales.TicketLine;
import outpost.values.Quantity;
import outpost.widgets.Amounts;

/** What stands small below a line's name: what one costs, and whatever is not as usual. */
record LineText(SellMessages texts, Amounts amounts) {
    String of(TicketLine line) {
        List<String> parts = new ArrayList<>();
        boolean one = line.quantity().equals(Quantity.ONE);
        if (!one) {
            parts.add(line.quantity() + " × " + amounts.of(line.unitPrice()));
        }
        if (line.isPriceOverridden()) {
            parts.add(texts.insteadOf(amounts.of(line.listPrice())));
        }
        line.discount().ifPresent(given -> parts.add(discount(line, given)));
        if (line.isReturn()) {
            parts.add(line.returnOf()
                    .map(of -> texts.refundOf(of.receiptNumber()))
                    .orElseGet(texts::withoutReceiptMark));
        }
        if (line.awaitsAgeCheck()) {
            parts.add(texts.ageMark(Integer.toString(line.minimumAge().orElseThrow())));
        }
        line.note().ifPresent(parts::add);
        if (one) {
            // Last, as it is what may be cut off where there is little room.
            parts.add(line.code());
        }
        return String.join("  ·  ", parts);
    }

    private String discount(TicketLine line, TicketDiscount given) {
        return given.discount().ppm().isPresent()
                ? "−" + amounts.percent(given.discount().ppm().getAsInt())
                : amounts.of(line.amounts().lineDiscount().negated());
    }
}
