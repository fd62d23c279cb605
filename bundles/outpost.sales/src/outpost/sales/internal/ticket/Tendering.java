package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.protocol.Limits;
import outpost.protocol.SaleTender;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.TenderType;
import outpost.values.Money;

/** How much of what is handed over pays how much of the ticket. */
final class Tendering {
    private final Bill bill;
    private final TenderType type;
    private final long tendered;

    private Tendering(Bill bill, TenderType type, long tendered) {
        this.bill = bill;
        this.type = type;
        this.tendered = tendered;
    }

    /** @throws RefusedException if that cannot be taken */
    static Draft take(Bill bill, TenderType type, long tenderedMinor, Optional<String> reference) {
        Draft draft = bill.draft();
        if (bill.isPaid()) {
            throw new RefusedException(Refusal.NOTHING_LEFT_TO_PAY);
        }
        if (type.reference() == TenderType.Reference.REQUIRED && reference.isEmpty()) {
            throw new RefusedException(Refusal.REFERENCE_NEEDED, type);
        }
        if (type.customer() && draft.customer().isEmpty()) {
            throw new RefusedException(Refusal.CUSTOMER_NEEDED, type);
        }
        long amount = new Tendering(bill, type, tenderedMinor).amount();
        List<DraftTender> tenders = new ArrayList<>(draft.tenders());
        tenders.add(new DraftTender(type, amount, tenderedMinor, reference));
        Draft taken = draft.withTenders(tenders);
        long over = new Bill(taken).dueInCashMinor();
        if (!type.isCash() && tenderedMinor > 0 && over < 0 && bill.dueMinor() > 0) {
            // What goes back of a voucher goes back in cash, and is rounded as cash is.
            tenders.add(new DraftTender(cashOf(type), over, over, Optional.empty()));
            taken = draft.withTenders(tenders);
        }
        if (tenders.size() > Limits.TENDERS_PER_SALE) {
            throw new RefusedException(Refusal.TOO_MANY_TENDERS, Limits.TENDERS_PER_SALE);
        }
        return taken;
    }

    private long amount() {
        return type.isCash() ? inCash(bill.dueInCashMinor()) : otherwise(bill.dueMinor());
    }

    /** Of what is due, {@code due} of it in cash: the rest of the note goes back. */
    private long inCash(long due) {
        long step = bill.draft().cashStepMinor();
        if (tendered % step != 0) {
            throw new RefusedException(Refusal.CASH_STEP, money(step));
        }
        if (due == 0 && tendered == 0) {
            return 0;
        }
        requireSign(due);
        if (due < 0 && tendered < due) {
            throw new RefusedException(Refusal.PAYS_OUT_AT_MOST, money(-due));
        }
        return due > 0 ? Math.min(tendered, due) : tendered;
    }

    private long otherwise(long due) {
        requireSign(due);
        boolean over = Math.abs(tendered) > Math.abs(due);
        if (over && (due < 0 || !type.change())) {
            throw new RefusedException(Refusal.NO_CHANGE, money(Math.abs(due)), type);
        }
        return tendered;
    }

    private void requireSign(long due) {
        if (tendered == 0 || tendered < 0 != due < 0) {
            throw due < 0
                    ? new RefusedException(Refusal.TO_BE_PAID_OUT, money(-due))
                    : new RefusedException(Refusal.TO_BE_PAID, money(due));
        }
    }

    private Money money(long minor) {
        return new Money(Currency.getInstance(bill.draft().currency()), minor);
    }

    private static TenderType cashOf(TenderType other) {
        return TenderType.builtIn(SaleTender.CASH, true, TenderType.Reference.NONE, false, other.drawer());
    }
}
