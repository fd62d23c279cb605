package outpost.values.reckoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import outpost.values.Quantity;
import outpost.values.Rounding;
import outpost.values.TaxRate;

/**
 * Reckons a ticket.
 *
 * <p>An amount that is spread over lines (the ticket's discount by their value, a rate's tax by the rate) is rounded at the running sum, and a line gets the
 * difference of two such sums. So the shares add up to the amount to the unit, none is more than one unit off, and none goes the wrong way.
 */
public final class Reckoning {
    private static final Comparator<TaxRate> BY_RATE =
            Comparator.comparing(TaxRate::id).thenComparingInt(TaxRate::ratePpm);

    private final Terms terms;
    private final Map<TaxRate, RunningTax> taxes = new TreeMap<>(BY_RATE);

    private Reckoning(Terms terms) {
        this.terms = terms;
    }

    /**
     * @param ticketDiscount taken off what the priced lines with a positive quantity come to after their own discounts; what comes back takes no part
     * @throws ArithmeticException if an amount does not fit a {@code long}
     */
    public static Reckoned of(Terms terms, List<Item> items, Optional<Discount> ticketDiscount) {
        return new Reckoning(terms).reckon(items, ticketDiscount);
    }

    private Reckoned reckon(List<Item> items, Optional<Discount> ticketDiscount) {
        List<Extended> extended = items.stream().map(Reckoning::extended).toList();
        long base = extended.stream().mapToLong(Extended::discountable).reduce(0, Math::addExact);
        long off = ticketDiscount.map(discount -> discount.off(base)).orElse(0L);
        List<ReckonedLine> lines = new ArrayList<>();
        long before = 0;
        for (Extended line : extended) {
            long after = before + line.discountable();
            long share = off == 0 ? 0 : Rounding.halfUp(off, after, base) - Rounding.halfUp(off, before, base);
            lines.add(taxed(line, share));
            before = after;
        }
        List<RateTotal> rates = new ArrayList<>();
        taxes.forEach((rate, running) -> rates.add(running.total(rate)));
        long total = rates.stream().mapToLong(RateTotal::grossMinor).reduce(0, Math::addExact);
        return new Reckoned(terms, lines, rates, total);
    }

    private ReckonedLine taxed(Extended line, long ticketDiscount) {
        long total = Math.subtractExact(line.discounted(), ticketDiscount);
        TaxRate rate = line.item().taxRate();
        RunningTax running = taxes.computeIfAbsent(rate, absent -> new RunningTax());
        long tax = line.item() instanceof Item.TakenBack back
                ? -back.part().taxMinor()
                : running.taxOfNext(total, rate.ratePpm());
        long net = terms.taxIncluded() ? Math.subtractExact(total, tax) : total;
        running.add(net, tax);
        return new ReckonedLine(rate, line.price(), line.discount(), ticketDiscount, net, tax);
    }

    private static Extended extended(Item item) {
        if (item instanceof Item.Priced goods) {
            long price =
                    Rounding.halfUp(goods.unitPriceMinor(), goods.quantity().milli(), Quantity.MILLI_PER_UNIT);
            return new Extended(
                    item, price, goods.discount().map(each -> each.off(price)).orElse(0L));
        }
        return new Extended(item, -((Item.TakenBack) item).part().totalMinor(), 0);
    }

    /** A line before the ticket's discount and tax. */
    private record Extended(Item item, long price, long discount) {
        long discounted() {
            return price - discount;
        }

        long discountable() {
            return item instanceof Item.Priced ? Math.max(0, discounted()) : 0;
        }
    }

    /** One rate's sums while the lines go by. */
    private final class RunningTax {
        private long base;
        private long net;
        private long tax;

        long taxOfNext(long amount, int ratePpm) {
            long before = terms.taxOn(base, ratePpm);
            base = Math.addExact(base, amount);
            return Math.subtractExact(terms.taxOn(base, ratePpm), before);
        }

        void add(long netOfLine, long taxOfLine) {
            net = Math.addExact(net, netOfLine);
            tax = Math.addExact(tax, taxOfLine);
        }

        RateTotal total(TaxRate rate) {
            Math.addExact(net, tax);
            return new RateTotal(rate, net, tax);
        }
    }
}
