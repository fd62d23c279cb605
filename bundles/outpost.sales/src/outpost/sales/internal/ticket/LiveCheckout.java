package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.SaleTax;
import outpost.sales.Checkout;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Sales.Kind;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.receipt.NewSale;
import outpost.sales.internal.receipt.ReceiptRows;
import outpost.sales.internal.receipt.SaleBook;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Money;

/** Takes tenders, and turns the paid ticket into a receipt. */
@Component
public final class LiveCheckout implements Checkout {
    private final Store store;
    private final Desk desk;
    private final PinStaff staff;
    private final Journal journal;
    private final SaleBook book;

    @Activate
    public LiveCheckout(
            @Reference Store store,
            @Reference Desk desk,
            @Reference PinStaff staff,
            @Reference Journal journal,
            @Reference SaleBook book) {
        this.store = store;
        this.desk = desk;
        this.staff = staff;
        this.journal = journal;
        this.book = book;
    }

    @Override
    public Ticket take(TenderType type, Money tendered, Optional<String> reference) {
        return desk.change(draft -> {
            staff.require(Demand.of(Right.SELL), Grounds.NONE);
            Guard.requireCurrency(draft, tendered);
            requirePayable(draft);
            return Change.to(Tendering.take(new Bill(draft), type, tendered.minor(), reference.flatMap(Guard::text)));
        });
    }

    @Override
    public Ticket giveBack(int tenderPlace) {
        return desk.change(draft -> {
            User user = staff.require(Demand.of(Right.SELL), Grounds.NONE);
            DraftTender tender = draft.tenders().get(tenderPlace);
            List<DraftTender> fewer = new ArrayList<>(draft.tenders());
            fewer.remove(tenderPlace);
            if (new Bill(draft).totalMinor() >= 0) {
                // Cash that went out against a voucher comes back with it.
                fewer.removeIf(each -> each.amountMinor() < 0);
            }
            Act entry = Act.of(journal.now(), "tender_back", draft.id().toString(), user)
                    .with("type", tender.type().id())
                    .with("tenderedMinor", tender.tenderedMinor());
            return Change.to(draft.withTenders(fewer)).and(transaction -> journal.enter(transaction, entry));
        });
    }

    @Override
    public Receipt complete() {
        return desk.alone(draft -> {
            requirePayable(draft);
            User user = staff.require(Demand.of(Right.SELL), Grounds.NONE);
            NewSale sale = sale(new Bill(draft), user);
            Receipt receipt = store.write(transaction -> {
                requireNotRefundedMeanwhile(transaction, draft);
                Receipt made = book.enter(transaction, sale);
                TicketRows.remove(transaction, draft.id());
                return made;
            });
            return new Desk.Outcome<>(receipt, Optional.empty());
        });
    }

    @Override
    public Optional<Receipt> last() {
        return store.read(transaction -> ReceiptRows.select(transaction, "ORDER BY rowid DESC LIMIT 1")).stream()
                .findFirst();
    }

    private static NewSale sale(Bill bill, User user) {
        Draft draft = bill.draft();
        if (!bill.isPaid()) {
            throw new RefusedException(
                    Refusal.NOT_PAID_YET, new Money(draft.terms().currency(), bill.dueMinor()));
        }
        boolean allComesBack = draft.lines().stream().allMatch(DraftLine::isReturn);
        return new NewSale(
                allComesBack ? Kind.REFUND : Kind.SALE,
                user.name(),
                Optional.empty(),
                draft.terms(),
                SaleLines.of(bill),
                SaleTax.of(bill.reckoned()),
                draft.tenders().stream().map(DraftTender::toSaleTender).toList(),
                bill.totalMinor(),
                bill.roundingMinor(),
                draft.customer(),
                draft.note(),
                draft.training(),
                draft.approvedBy());
    }

    private static void requirePayable(Draft draft) {
        if (draft.lines().isEmpty()) {
            throw new RefusedException(Refusal.NOTHING_TO_PAY);
        }
        draft.lines().stream().filter(DraftLine::awaitsAgeCheck).findFirst().ifPresent(line -> {
            throw new RefusedException(Refusal.AGE_UNASKED, line.goods().name());
        });
    }

    private static void requireNotRefundedMeanwhile(Transaction transaction, Draft draft) {
        for (DraftLine line : draft.lines()) {
            line.back().ifPresent(back -> {
                long refunded = SaleBook.refundedMilli(transaction, back.receiptNumber(), back.lineNo());
                if (refunded != back.refundedMilli()) {
                    throw new RefusedException(
                            Refusal.REFUNDED_MEANWHILE, line.goods().name(), back.receiptNumber());
                }
            });
        }
    }
}
