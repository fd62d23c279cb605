package outpost.protocol;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.protocol.SaleDiscount.Scope;
import outpost.values.Quantity;
import outpost.values.TaxRate;
import outpost.values.reckoning.Discount;
import outpost.values.reckoning.Item;
import outpost.values.reckoning.Paid;
import outpost.values.reckoning.Reckoned;
import outpost.values.reckoning.ReckonedLine;
import outpost.values.reckoning.Reckoning;
import outpost.values.reckoning.Terms;

/** Reckons a receipt's lines again, from prices, quantities and the discounts that were given, and compares. */
final class SaleReckoning {
    private SaleReckoning() {}

    /** @throws IllegalArgumentException naming the line that does not come to what it says */
    static Reckoned of(String currency, boolean taxIncluded, long cashStepMinor, List<SaleLine> lines) {
        Terms terms = new Terms(Currency.getInstance(currency), taxIncluded, cashStepMinor);
        Reckoned reckoned =
                Reckoning.of(terms, lines.stream().map(SaleReckoning::item).toList(), ticketDiscount(lines));
        for (int i = 0; i < lines.size(); i++) {
            compare("lines[" + i + "]", lines.get(i), reckoned.lines().get(i));
            requireShareOfTax("lines[" + i + "]", lines.get(i), terms);
        }
        return reckoned;
    }

    private static Item item(SaleLine line) {
        TaxRate rate = new TaxRate(line.taxRateId(), line.taxRateId(), line.taxRatePpm());
        Quantity quantity = new Quantity(line.quantityMilli());
        return line.refundOf().isPresent()
                ? new Item.TakenBack(
                        new Paid(
                                quantity.negated(),
                                Math.negateExact(line.totalMinor()),
                                Math.negateExact(line.taxMinor().orElseThrow())),
                        rate)
                : new Item.Priced(
                        quantity,
                        line.unitPriceMinor(),
                        rate,
                        line.discount(Scope.LINE).map(given -> discount(given.ppm(), given.amountMinor())));
    }

    /** The one discount whose shares stand in the lines. */
    private static Optional<Discount> ticketDiscount(List<SaleLine> lines) {
        List<SaleDiscount> shares = lines.stream()
                .flatMap(line -> line.discount(Scope.TICKET).stream())
                .toList();
        if (shares.stream()
                        .map(share -> share.reason() + share.ppm())
                        .distinct()
                        .count()
                > 1) {
            throw new IllegalArgumentException("the lines share in more than one discount of the ticket");
        }
        long amount = shares.stream().mapToLong(SaleDiscount::amountMinor).reduce(0, Math::addExact);
        return shares.stream().findFirst().map(share -> discount(share.ppm(), amount));
    }

    private static Discount discount(Optional<Integer> ppm, long amountMinor) {
        return ppm.<Discount>map(Discount.Percent::new)
                .orElseGet(() -> new Discount.Amount(Math.max(amountMinor, Math.negateExact(amountMinor))));
    }

    private static void compare(String where, SaleLine line, ReckonedLine reckoned) {
        require(where + ".discounts of the line", amount(line, Scope.LINE), reckoned.lineDiscountMinor());
        require(where + ".discounts of the ticket", amount(line, Scope.TICKET), reckoned.ticketDiscountMinor());
        require(where + ".totalMinor", line.totalMinor(), reckoned.totalMinor());
        line.taxMinor().ifPresent(tax -> require(where + ".taxMinor", tax, reckoned.taxMinor()));
    }

    /** Of goods that come back the exact share of the tax is in the receipt that they come from; from the line alone follows only what it must be near to. */
    private static void requireShareOfTax(String where, SaleLine line, Terms terms) {
        long near = terms.taxOn(line.totalMinor(), line.taxRatePpm());
        long stated = line.taxMinor().orElse(near);
        if (line.refundOf().isPresent() && Math.abs(stated - near) > SaleLine.SHARE_TOLERANCE_MINOR) {
            throw new IllegalArgumentException(where + ".taxMinor is " + stated + ", but must be about " + near);
        }
    }

    private static long amount(SaleLine line, Scope scope) {
        return line.discount(scope).map(SaleDiscount::amountMinor).orElse(0L);
    }

    private static void require(String what, long stated, long reckoned) {
        if (stated != reckoned) {
            throw new IllegalArgumentException(what + " is " + stated + ", but must be " + reckoned);
        }
    }
}
