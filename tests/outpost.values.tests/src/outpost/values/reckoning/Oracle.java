package outpost.values.reckoning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outpost.values.TaxRate;

/**
 * The rules of docs/protocol.md once more, in decimal amounts of the currency's main unit instead of integers, and without the engine's code: what both say
 * must be equal.
 */
final class Oracle {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final RandomTicket ticket;
    private final int digits;

    private Oracle(RandomTicket ticket) {
        this.ticket = ticket;
        this.digits = ticket.terms().currency().getDefaultFractionDigits();
    }

    /** @throws AssertionError saying where the engine differs */
    static void verify(RandomTicket ticket, Reckoned reckoned) {
        new Oracle(ticket).verify(reckoned);
    }

    private void verify(Reckoned reckoned) {
        List<BigDecimal> discounted = new ArrayList<>();
        for (int i = 0; i < ticket.items().size(); i++) {
            Item.Priced item = ticket.items().get(i);
            ReckonedLine line = reckoned.lines().get(i);
            BigDecimal price = rounded(amount(item.unitPriceMinor())
                    .multiply(BigDecimal.valueOf(item.quantity().milli(), 3)));
            BigDecimal off = off(item.discount(), price);
            equal("price of line " + i, price, line.priceMinor());
            equal("discount of line " + i, off, line.lineDiscountMinor());
            discounted.add(price.subtract(off));
        }
        List<BigDecimal> totals = verifyTicketDiscount(discounted, reckoned);
        BigDecimal total = verifyTaxes(totals, reckoned);
        equal("total", total, reckoned.totalMinor());
        verifyCash(total, reckoned);
    }

    private List<BigDecimal> verifyTicketDiscount(List<BigDecimal> discounted, Reckoned reckoned) {
        List<BigDecimal> values =
                discounted.stream().map(value -> value.max(BigDecimal.ZERO)).toList();
        BigDecimal base = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = off(ticket.discount(), base);
        BigDecimal shared = BigDecimal.ZERO;
        BigDecimal upTo = BigDecimal.ZERO;
        List<BigDecimal> totals = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            upTo = upTo.add(values.get(i));
            BigDecimal sharedThen = base.signum() == 0
                    ? BigDecimal.ZERO
                    : off.multiply(upTo).divide(base, digits, RoundingMode.HALF_UP);
            BigDecimal share = sharedThen.subtract(shared);
            equal("ticket discount of line " + i, share, reckoned.lines().get(i).ticketDiscountMinor());
            require(
                    share.signum() >= 0 && share.compareTo(values.get(i)) <= 0,
                    "line " + i + " gives more than it has");
            shared = sharedThen;
            totals.add(discounted.get(i).subtract(share));
            equal("total of line " + i, totals.get(i), reckoned.lines().get(i).totalMinor());
        }
        equalAmounts("the shares of the ticket's discount", off, shared);
        return totals;
    }

    private BigDecimal verifyTaxes(List<BigDecimal> totals, Reckoned reckoned) {
        Map<String, BigDecimal> totalByRate = new TreeMap<>();
        Map<String, BigDecimal> taxByRate = new TreeMap<>();
        for (int i = 0; i < totals.size(); i++) {
            Item.Priced item = ticket.items().get(i);
            ReckonedLine line = reckoned.lines().get(i);
            String rate = name(item.taxRate());
            requireNear(totals.get(i), item.taxRate().ratePpm(), amount(line.taxMinor()), i);
            BigDecimal net =
                    ticket.terms().taxIncluded() ? totals.get(i).subtract(amount(line.taxMinor())) : totals.get(i);
            equal("net of line " + i, net, line.netMinor());
            totalByRate.merge(rate, totals.get(i), BigDecimal::add);
            taxByRate.merge(rate, amount(line.taxMinor()), BigDecimal::add);
        }
        require(totalByRate.size() == reckoned.rates().size(), "another number of rates");
        BigDecimal total = BigDecimal.ZERO;
        int place = 0;
        for (Map.Entry<String, BigDecimal> each : totalByRate.entrySet()) {
            RateTotal rate = reckoned.rates().get(place++);
            String name = name(rate.taxRate());
            require(name.equals(each.getKey()), "rates out of order");
            BigDecimal tax = each.getValue()
                    .multiply(BigDecimal.valueOf(rate.taxRate().ratePpm()))
                    .divide(whole(rate.taxRate().ratePpm()), digits, RoundingMode.HALF_UP);
            equal("tax of " + name, tax, rate.taxMinor());
            equalAmounts("the lines' shares in the tax of " + name, tax, taxByRate.get(name));
            BigDecimal gross = ticket.terms().taxIncluded()
                    ? each.getValue()
                    : each.getValue().add(tax);
            equal("gross of " + name, gross, rate.grossMinor());
            total = total.add(gross);
        }
        return total;
    }

    private void verifyCash(BigDecimal total, Reckoned reckoned) {
        BigDecimal step = amount(ticket.terms().cashStepMinor());
        BigDecimal payable = total.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        equal("cash rounding", payable.subtract(total), reckoned.cashRounding(0));
    }

    /** A line's share in the tax of its rate is at most one unit from its own tax. */
    private void requireNear(BigDecimal total, int ratePpm, BigDecimal share, int line) {
        BigDecimal whole = whole(ratePpm);
        BigDecimal off = share.multiply(whole).subtract(total.multiply(BigDecimal.valueOf(ratePpm)));
        require(
                off.abs().movePointRight(digits).compareTo(whole) <= 0,
                "tax of line " + line + " is more than a unit off");
    }

    private BigDecimal whole(int ratePpm) {
        return ticket.terms().taxIncluded() ? MILLION.add(BigDecimal.valueOf(ratePpm)) : MILLION;
    }

    /** Sorts by id, then rate. */
    private static String name(TaxRate rate) {
        return rate.id() + "/" + (10 * TaxRate.PPM + rate.ratePpm());
    }

    private BigDecimal off(Optional<Discount> discount, BigDecimal base) {
        if (discount.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (discount.get() instanceof Discount.Percent percent) {
            return rounded(base.multiply(BigDecimal.valueOf(percent.ppm())).divide(MILLION));
        }
        BigDecimal off = base.abs().min(amount(((Discount.Amount) discount.get()).minor()));
        return base.signum() < 0 ? off.negate() : off;
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }

    private BigDecimal amount(long minor) {
        return BigDecimal.valueOf(minor, digits);
    }

    private void equal(String what, BigDecimal expected, long minor) {
        equalAmounts(what, expected, amount(minor));
    }

    private static void equalAmounts(String what, BigDecimal expected, BigDecimal actual) {
        if (expected.compareTo(actual) != 0) {
            throw new AssertionError(what + ": must be " + expected + ", is " + actual);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
