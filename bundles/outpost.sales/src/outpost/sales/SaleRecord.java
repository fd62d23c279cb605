package outpost.sales;

import java.util.ArrayList;
import java.util.List;
import outpost.protocol.SaleLine;

/** A basket's lines in the form in which they are kept and sent. */
final class SaleRecord {
    private SaleRecord() {}

    static List<SaleLine> lines(Basket basket) {
        List<SaleLine> lines = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            lines.add(new SaleLine(
                    lines.size() + 1,
                    line.productId(),
                    line.code(),
                    line.name(),
                    line.quantity().milli(),
                    line.unitPrice().minor(),
                    line.total().minor(),
                    line.taxRate().id(),
                    line.taxRate().ratePpm()));
        }
        return lines;
    }
}
