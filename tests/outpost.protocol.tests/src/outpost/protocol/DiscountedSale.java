package outpost.protocol;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
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

/** Sales with all that a sale may have, as a till makes them from the engine's result. */
final class DiscountedSale {
    private DiscountedSale() {}

    /** A sale of a few lines with discounts, paid by card and cash. */
    static SalePayload random(Random random) {
        Terms terms = new Terms(Currency.getInstance("CHF"), random.nextBoolean(), 5);
        List<Item> items = new ArrayList<>();
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            int ppm = random.nextInt(3) * 81_000;
            items.add(new Item.Priced(
                    new Quantity(1 + random.nextInt(5_000)),
                    1 + random.nextInt(10_000),
                    new TaxRate("rate" + ppm, "Rate", ppm),
                    discount(random)));
        }
        Optional<Discount> ticket = discount(random);
        Reckoned reckoned = Reckoning.of(terms, items, ticket);
        List<SaleLine> lines = new ArrayList<>();
        for (Item item : items) {
            lines.add(line((Item.Priced) item, reckoned.lines().get(lines.size()), ticket, lines.size() + 1));
        }
        return payload(reckoned, lines, reckoned.totalMinor() / 3);
    }

    /** Takes back a part of one line of a sale. */
    static SalePayload refund(SalePayload sale, int lineNo, Quantity before, Quantity now) {
        SaleLine line = sale.lines().get(lineNo - 1);
        Paid part = sale.paid(lineNo).part(before, now);
        Terms terms = new Terms(Currency.getInstance(sale.currency()), sale.pricesContainTax(), 5);
        TaxRate rate = new TaxRate(line.taxRateId(), "Rate", line.taxRatePpm());
        Reckoned reckoned = Reckoning.of(terms, List.of(new Item.TakenBack(part, rate)), Optional.empty());
        SaleLine back = new SaleLine(
                1,
                line.productId(),
                line.code(),
                line.name(),
                -now.milli(),
                line.unitPriceMinor(),
                -part.totalMinor(),
                line.taxRateId(),
                line.taxRatePpm(),
                line.categoryId(),
                Optional.empty(),
                List.of(),
                Optional.of(-part.taxMinor()),
                Optional.of(new SaleLineRef(sale.receiptNumber(), lineNo)),
                Optional.of("damaged"),
                Optional.empty(),
                Optional.empty());
        return payload(reckoned, List.of(back), 0);
    }

    private static SaleLine line(Item.Priced item, ReckonedLine reckoned, Optional<Discount> ticket, int lineNo) {
        List<SaleDiscount> discounts = new ArrayList<>();
        item.discount()
                .ifPresent(given -> discounts.add(new SaleDiscount(
                        Scope.LINE, "loyal", ppm(given), reckoned.lineDiscountMinor(), Optional.of("Kim"))));
        ticket.ifPresent(given -> discounts.add(
                new SaleDiscount(Scope.TICKET, "staff", ppm(given), reckoned.ticketDiscountMinor(), Optional.empty())));
        return new SaleLine(
                lineNo,
                Optional.of("p" + lineNo),
                "code",
                "Name",
                item.quantity().milli(),
                item.unitPriceMinor(),
                reckoned.totalMinor(),
                item.taxRate().id(),
                item.taxRate().ratePpm(),
                Optional.of("tea"),
                Optional.of(item.unitPriceMinor() + 5),
                discounts,
                Optional.of(reckoned.taxMinor()),
                Optional.empty(),
                Optional.of("torn"),
                Optional.of("a note"),
                Optional.of(18));
    }

    private static SalePayload payload(Reckoned reckoned, List<SaleLine> lines, long byCard) {
        long rounding = reckoned.cashRounding(byCard);
        long inCash = reckoned.totalMinor() + rounding - byCard;
        return new SalePayload(
                new UUID(1, 2),
                "till-1-000007",
                Optional.empty(),
                reckoned.terms().currency().getCurrencyCode(),
                "Kim",
                lines,
                SaleTax.of(reckoned),
                List.of(
                        new SaleTender("card", byCard, byCard, 0, Optional.of("Card"), Optional.of("A-17")),
                        new SaleTender("cash", inCash, inCash + 20, 20)),
                reckoned.totalMinor(),
                Optional.of(reckoned.terms().taxIncluded()),
                Optional.of(reckoned.terms().cashStepMinor()),
                Optional.of(rounding),
                Optional.of("c-1"),
                Optional.of("Shop round the corner"),
                Optional.of("shift-1"),
                Optional.of("2026-01-31"),
                Optional.of(false),
                Optional.of("gift"),
                Optional.of("Sam"),
                Optional.of(new SaleJournal(
                        12, "2026-01-31T10:15:30.123+01:00[Europe/Berlin]", "0".repeat(64), Optional.empty())));
    }

    private static Optional<Discount> discount(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Optional.of(new Discount.Percent(random.nextInt(1_000_001)));
            case 1 -> Optional.of(new Discount.Amount(random.nextInt(5_000)));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> ppm(Discount discount) {
        return discount instanceof Discount.Percent percent ? Optional.of(percent.ppm()) : Optional.empty();
    }
}
