package outpost.values.reckoning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import outpost.values.Quantity;

/** Takes a ticket's goods back, in refunds of random parts of random lines, until nothing is left: what went back must be what was paid. */
final class RefundOracle {
    /** Stands beside every refund, and must not touch it. */
    private static final Optional<Discount> STRAY = Optional.of(new Discount.Percent(500_000));

    private final RandomTicket ticket;
    private final Reckoned sale;
    private final long[] backMilli;
    private final long[] backMinor;
    private final long[] backTaxMinor;
    private long backInAll;

    private RefundOracle(RandomTicket ticket, Reckoned sale) {
        this.ticket = ticket;
        this.sale = sale;
        int lines = sale.lines().size();
        this.backMilli = new long[lines];
        this.backMinor = new long[lines];
        this.backTaxMinor = new long[lines];
    }

    /**
     * Answers how many refunds it took.
     *
     * @throws AssertionError where the refunds do not mirror the sale
     */
    static int verify(RandomTicket ticket, Reckoned sale) {
        return new RefundOracle(ticket, sale).verify();
    }

    private int verify() {
        int refunds = 0;
        for (List<Integer> open = open(); !open.isEmpty(); open = open()) {
            refund(open);
            refunds++;
        }
        long paid = 0;
        for (int i = 0; i < backMilli.length; i++) {
            ReckonedLine line = sale.lines().get(i);
            if (isSold(i)) {
                require(backMinor[i] == -line.totalMinor(), i, "came to " + backMinor[i]);
                require(backTaxMinor[i] == -line.taxMinor(), i, "came to a tax of " + backTaxMinor[i]);
                paid += line.grossMinor();
            }
        }
        require(backInAll == -paid, -1, "came to " + backInAll + " for " + paid);
        return refunds;
    }

    private void refund(List<Integer> open) {
        SplittableRandom random = ticket.random();
        List<Integer> chosen = new ArrayList<>(
                open.stream().filter(line -> random.nextInt(3) > 0).toList());
        if (chosen.isEmpty()) {
            chosen.add(open.get(random.nextInt(open.size())));
        }
        List<Item> items = chosen.stream().map(line -> part(line, random)).toList();
        Reckoned refund = Reckoning.of(ticket.terms(), items, STRAY);
        for (int i = 0; i < items.size(); i++) {
            int line = chosen.get(i);
            long milli = ((Item.TakenBack) items.get(i)).part().quantity().milli();
            requireNear(
                    line,
                    refund.lines().get(i).totalMinor(),
                    sale.lines().get(line).totalMinor(),
                    milli);
            backMilli[line] += milli;
            backMinor[line] += refund.lines().get(i).totalMinor();
            backTaxMinor[line] += refund.lines().get(i).taxMinor();
        }
        long byRate = refund.rates().stream().mapToLong(RateTotal::grossMinor).sum();
        require(byRate == refund.totalMinor(), -1, "total differs from its rates");
        backInAll += refund.totalMinor();
    }

    private Item part(int line, SplittableRandom random) {
        Item.Priced item = ticket.items().get(line);
        Paid paid = new Paid(
                item.quantity(),
                sale.lines().get(line).totalMinor(),
                sale.lines().get(line).taxMinor());
        long left = left(line);
        long now = random.nextInt(3) > 0 ? left : 1 + random.nextLong(left);
        return new Item.TakenBack(paid.part(new Quantity(backMilli[line]), new Quantity(now)), item.taxRate());
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < backMilli.length; i++) {
            if (isSold(i) && left(i) > 0) {
                open.add(i);
            }
        }
        return open;
    }

    private boolean isSold(int line) {
        return !ticket.items().get(line).quantity().isNegative();
    }

    private long left(int line) {
        return ticket.items().get(line).quantity().milli() - backMilli[line];
    }

    /** A part is at most one unit from its exact share. */
    private void requireNear(int line, long back, long paid, long milli) {
        BigDecimal whole =
                BigDecimal.valueOf(ticket.items().get(line).quantity().milli());
        BigDecimal share = BigDecimal.valueOf(paid).multiply(BigDecimal.valueOf(milli));
        boolean near = BigDecimal.valueOf(back).multiply(whole).add(share).abs().compareTo(whole) <= 0;
        if (!near || back > 0) {
            throw new AssertionError("refund of line " + line + " gave " + back + " for " + milli + " of " + whole);
        }
    }

    private static void require(boolean holds, int line, String otherwise) {
        if (!holds) {
            throw new AssertionError("refund of line " + line + " " + otherwise);
        }
    }
}
