package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.protocol.SaleDiscount;
import outpost.protocol.SaleDiscount.Scope;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;
import outpost.values.reckoning.ReckonedLine;

/** The lines of a bill in the form in which they are kept and sent. */
final class SaleLines {
    private SaleLines() {}

    static List<SaleLine> of(Bill bill) {
        List<SaleLine> lines = new ArrayList<>();
        for (DraftLine line : bill.draft().lines()) {
            ReckonedLine amounts = bill.reckoned().lines().get(lines.size());
            lines.add(line(lines.size() + 1, line, amounts, bill.draft().discount()));
        }
        return lines;
    }

    private static SaleLine line(int lineNo, DraftLine line, ReckonedLine amounts, Optional<Given> ofTicket) {
        Goods goods = line.goods();
        boolean overridden = line.back().isEmpty() && line.unitPriceMinor() != goods.listPriceMinor();
        return new SaleLine(
                lineNo,
                goods.productId(),
                goods.code(),
                goods.name(),
                line.quantityMilli(),
                line.unitPriceMinor(),
                amounts.totalMinor(),
                goods.taxRateId(),
                goods.taxRatePpm(),
                goods.categoryId(),
                overridden ? Optional.of(goods.listPriceMinor()) : Optional.empty(),
                discounts(line, amounts, ofTicket),
                line.back().map(back -> amounts.taxMinor()),
                line.back().map(back -> new SaleLineRef(back.receiptNumber(), back.lineNo())),
                line.reason(),
                line.note(),
                line.ageChecked() ? goods.minimumAge() : Optional.empty());
    }

    private static List<SaleDiscount> discounts(DraftLine line, ReckonedLine amounts, Optional<Given> ofTicket) {
        List<SaleDiscount> discounts = new ArrayList<>();
        line.discount().ifPresent(given -> discounts.add(discount(Scope.LINE, given, amounts.lineDiscountMinor())));
        // A line that has no share in the ticket's discount says nothing of it.
        ofTicket.filter(given -> amounts.ticketDiscountMinor() != 0)
                .ifPresent(given -> discounts.add(discount(Scope.TICKET, given, amounts.ticketDiscountMinor())));
        return discounts;
    }

    private static SaleDiscount discount(Scope scope, Given given, long amountMinor) {
        return new SaleDiscount(scope, given.reason(), given.ppm(), amountMinor, given.approvedBy());
    }
}
