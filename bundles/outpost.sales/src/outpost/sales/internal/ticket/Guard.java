package outpost.sales.internal.ticket;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.shift.ShiftRows;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Transaction;
import outpost.values.Money;
import outpost.values.Quantity;

/** What is asked before the open ticket changes, and what is written down of it. */
final class Guard {
    private final PinStaff staff;
    private final Journal journal;

    Guard(PinStaff staff, Journal journal) {
        this.staff = staff;
        this.journal = journal;
    }

    /** Who rings, while nothing is paid yet: what is paid for must not change. */
    User seller(Draft draft) {
        return allowed(draft, Demand.of(Right.SELL), Grounds.NONE);
    }

    User allowed(Draft draft, Right right, Grounds grounds) {
        return allowed(draft, Demand.of(right), grounds);
    }

    User allowed(Draft draft, Demand demand, Grounds grounds) {
        if (!draft.tenders().isEmpty()) {
            throw new RefusedException(Refusal.TICKET_BEING_PAID);
        }
        return staff.require(demand, grounds);
    }

    /** An amount that was taken off a ticket becomes a larger share of it as lines go: that share needs the right, too. */
    void requireDiscounts(Draft before, Draft after, Grounds grounds) {
        Bill billBefore = new Bill(before);
        Bill billAfter = new Bill(after);
        for (DraftLine line : after.lines()) {
            if (line.discount().flatMap(Given::amountMinor).isPresent()) {
                long baseBefore = Math.abs(billBefore.amountsOf(line.id()).priceMinor());
                long baseAfter = Math.abs(billAfter.amountsOf(line.id()).priceMinor());
                requireReach(line.discount().orElseThrow(), baseBefore, baseAfter, grounds);
            }
        }
        if (after.discount().flatMap(Given::amountMinor).isPresent()) {
            requireReach(
                    after.discount().orElseThrow(),
                    billBefore.discountableMinor(),
                    billAfter.discountableMinor(),
                    grounds);
        }
    }

    private void requireReach(Given given, long baseBefore, long baseAfter, Grounds grounds) {
        long amount = given.amountMinor().orElseThrow();
        int after = Reach.upTo(amount, baseAfter);
        if (after > Reach.upTo(amount, baseBefore)) {
            staff.require(new Demand(Right.DISCOUNT, after), grounds);
        }
    }

    /** An entry about the ticket, not yet written. */
    Act act(Draft draft, String kind, User user, Grounds grounds) {
        Act act = Act.of(journal.now(), kind, draft.id().toString(), user).because(grounds);
        return draft.training() ? act.with("training", true) : act;
    }

    /** An entry about one of its lines, not yet written. */
    Act act(Draft draft, String kind, User user, Grounds grounds, DraftLine line) {
        return act(draft, kind, user, grounds)
                .with("code", line.goods().code())
                .with("name", line.goods().name())
                .with("quantityMilli", line.quantityMilli())
                .with("unitPriceMinor", line.unitPriceMinor());
    }

    Consumer<Transaction> entry(Act act) {
        return transaction -> journal.enter(transaction, act);
    }

    /** For the shift's report; what was practised is not in it. */
    Consumer<Transaction> noteVoid(Draft draft, String kind, Grounds grounds, long amountMinor) {
        return transaction -> {
            if (!draft.training()) {
                ShiftRows.noteVoid(transaction, kind, grounds.reason(), amountMinor);
            }
        };
    }

    static void requirePositive(Quantity quantity) {
        if (quantity.milli() < 1) {
            throw new IllegalArgumentException("the quantity must be above zero");
        }
    }

    static void requireCurrency(Draft draft, Money money) {
        if (!money.currency().getCurrencyCode().equals(draft.currency())) {
            throw new IllegalArgumentException(
                    "a price in " + money.currency() + " on a ticket in " + draft.currency());
        }
    }

    /** What comes back by receipt comes back at what was paid for it. */
    static void requireOwnPrice(DraftLine line) {
        if (line.back().isPresent()) {
            throw new RefusedException(Refusal.RETURN_PRICE_FIXED);
        }
    }

    static Optional<String> text(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
