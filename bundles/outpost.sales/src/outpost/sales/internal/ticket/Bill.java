package outpost.sales.internal.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;
import outpost.protocol.SaleTax;
import outpost.sales.LineAmounts;
import outpost.sales.ReturnOf;
import outpost.sales.Ticket;
import outpost.sales.TicketAmounts;
import outpost.sales.TicketLine;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.reckoning.Item;
import outpost.values.reckoning.RateTotal;
import outpost.values.reckoning.Reckoned;
import outpost.values.reckoning.ReckonedLine;
import outpost.values.reckoning.Reckoning;

/** A draft and what it comes to. */
final class Bill {
    private final Draft draft;
    private final Reckoned reckoned;
    private final Currency currency;

    /**
     * @throws outpost.sales.RefusedException if more comes back of a receipt's line than is left of it
     * @throws ArithmeticException if the sums are too large
     */
    Bill(Draft draft) {
        this.draft = draft;
        this.currency = Currency.getInstance(draft.currency());
        this.reckoned =
                Reckoning.of(draft.terms(), items(draft), draft.discount().map(Given::toEngine));
    }

    Draft draft() {
        return draft;
    }

    Reckoned reckoned() {
        return reckoned;
    }

    long totalMinor() {
        return reckoned.totalMinor();
    }

    /** What is still to pay by anything but cash, or to pay out. */
    long dueMinor() {
        return isSettledInCash() ? 0 : Math.subtractExact(totalMinor(), paidMinor());
    }

    /** What is still to pay in cash, or to pay out. */
    long dueInCashMinor() {
        return Math.subtractExact(Math.addExact(totalMinor(), roundingInCash()), paidMinor());
    }

    /** What cash rounding adds to the total, now that these tenders were taken. */
    long roundingMinor() {
        return hasCash() ? roundingInCash() : 0;
    }

    boolean isPaid() {
        return dueMinor() == 0;
    }

    /** What the ticket's discount is taken from. */
    long discountableMinor() {
        long base = 0;
        for (int i = 0; i < draft.lines().size(); i++) {
            ReckonedLine line = reckoned.lines().get(i);
            if (draft.lines().get(i).back().isEmpty()) {
                base += Math.max(0, line.priceMinor() - line.lineDiscountMinor());
            }
        }
        return base;
    }

    ReckonedLine amountsOf(int lineId) {
        for (int i = 0; i < draft.lines().size(); i++) {
            if (draft.lines().get(i).id() == lineId) {
                return reckoned.lines().get(i);
            }
        }
        throw new IllegalArgumentException("the ticket has no line " + lineId);
    }

    /** What a line comes to after its discounts. */
    long worthOf(int lineId) {
        return amountsOf(lineId).totalMinor();
    }

    Ticket ticket() {
        List<TicketLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            lines.add(shown(draft.lines().get(i), reckoned.lines().get(i)));
        }
        return new Ticket(
                draft.id(),
                Instant.parse(draft.begunAt()),
                lines,
                draft.discount().map(Given::shown),
                draft.customer(),
                draft.note(),
                draft.training(),
                draft.tenders().stream().map(tender -> tender.shown(currency)).toList(),
                amounts());
    }

    private TicketAmounts amounts() {
        long gross =
                reckoned.lines().stream().mapToLong(ReckonedLine::priceMinor).reduce(0, Math::addExact);
        long discount = reckoned.lines().stream()
                .mapToLong(line -> line.lineDiscountMinor() + line.ticketDiscountMinor())
                .reduce(0, Math::addExact);
        long tax = reckoned.rates().stream().mapToLong(RateTotal::taxMinor).reduce(0, Math::addExact);
        return new TicketAmounts(
                money(gross),
                money(discount),
                money(tax),
                SaleTax.of(reckoned),
                money(totalMinor()),
                money(paidMinor()),
                money(dueMinor()),
                money(dueInCashMinor()),
                money(draft.tenders().stream()
                        .mapToLong(DraftTender::changeMinor)
                        .sum()));
    }

    private TicketLine shown(DraftLine line, ReckonedLine amounts) {
        Goods goods = line.goods();
        return new TicketLine(
                line.id(),
                goods.productId(),
                goods.categoryId(),
                goods.code(),
                goods.name(),
                new Quantity(line.quantityMilli()),
                money(goods.listPriceMinor()),
                money(line.unitPriceMinor()),
                goods.priceDerived(),
                goods.taxRate(),
                line.note(),
                line.discount().map(Given::shown),
                line.back().map(back -> new ReturnOf(back.receiptNumber(), back.lineNo())),
                goods.minimumAge().map(OptionalInt::of).orElseGet(OptionalInt::empty),
                line.ageChecked(),
                new LineAmounts(
                        money(amounts.priceMinor()),
                        money(amounts.lineDiscountMinor()),
                        money(amounts.ticketDiscountMinor()),
                        money(amounts.totalMinor())));
    }

    private long paidMinor() {
        return draft.tenders().stream().mapToLong(DraftTender::amountMinor).reduce(0, Math::addExact);
    }

    private boolean hasCash() {
        return draft.tenders().stream().anyMatch(tender -> tender.type().isCash());
    }

    private boolean isSettledInCash() {
        return hasCash() && dueInCashMinor() == 0;
    }

    private long roundingInCash() {
        long byOthers = draft.tenders().stream()
                .filter(tender -> !tender.type().isCash())
                .mapToLong(DraftTender::amountMinor)
                .reduce(0, Math::addExact);
        return reckoned.cashRounding(byOthers);
    }

    private Money money(long minor) {
        return new Money(currency, minor);
    }

    /** Parts of one receipt's line on one ticket are taken one behind the other, in the order of the ticket. */
    private static List<Item> items(Draft draft) {
        List<Item> items = new ArrayList<>();
        List<DraftLine> before = new ArrayList<>();
        for (DraftLine line : draft.lines()) {
            items.add(line.back()
                    .<Item>map(back -> new Item.TakenBack(
                            back.part(line.goods().name(), taken(before, back), Math.negateExact(line.quantityMilli())),
                            line.goods().taxRate()))
                    .orElseGet(() -> new Item.Priced(
                            new Quantity(line.quantityMilli()),
                            line.unitPriceMinor(),
                            line.goods().taxRate(),
                            line.discount().map(Given::toEngine))));
            before.add(line);
        }
        return items;
    }

    private static long taken(List<DraftLine> lines, Back from) {
        return lines.stream()
                .filter(line -> line.back().filter(from::sameLineAs).isPresent())
                .mapToLong(line -> -line.quantityMilli())
                .sum();
    }
}
