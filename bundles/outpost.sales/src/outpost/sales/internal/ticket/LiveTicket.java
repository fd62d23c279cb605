package outpost.sales.internal.ticket;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.catalog.Product;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.CustomerName;
import outpost.sales.Demand;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.OpenItem;
import outpost.sales.OpenTicket;
import outpost.sales.RefundPart;
import outpost.sales.Right;
import outpost.sales.Ticket;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.staff.PinStaff;
import outpost.values.Money;
import outpost.values.Quantity;

/** Who may change what of the open ticket, and what of it goes into the journal. */
@Component
public final class LiveTicket implements OpenTicket {
    private final Desk desk;
    private final Guard guard;

    @Activate
    public LiveTicket(@Reference Desk desk, @Reference PinStaff staff, @Reference Journal journal) {
        this.desk = desk;
        this.guard = new Guard(staff, journal);
    }

    @Override
    public Ticket ticket() {
        return desk.ticket();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return desk.onChange(listener);
    }

    @Override
    public Ticket add(Product product, Quantity quantity) {
        Guard.requirePositive(quantity);
        return desk.change(draft -> {
            guard.seller(draft);
            Guard.requireCurrency(draft, product.price());
            DraftLine line = DraftLine.of(draft.nextLineId(), Goods.of(product, product.price()), quantity);
            return Change.to(draft.lines().stream()
                    .filter(present -> present.takesUp(line))
                    .findFirst()
                    .map(present -> draft.change(
                            present.id(),
                            old -> old.withQuantity(Math.addExact(old.quantityMilli(), quantity.milli()))))
                    .orElseGet(() -> draft.plus(line)));
        });
    }

    @Override
    public Ticket addPriced(Product product, Quantity quantity, Money unitPrice) {
        Guard.requirePositive(quantity);
        return desk.change(draft -> {
            guard.seller(draft);
            Guard.requireCurrency(draft, unitPrice);
            return Change.to(draft.plus(DraftLine.of(draft.nextLineId(), Goods.of(product, unitPrice), quantity)
                    .setApart()));
        });
    }

    @Override
    public Ticket addOpenItem(OpenItem item, Grounds grounds) {
        return desk.change(draft -> {
            Right right = item.quantity().isNegative() ? Right.RETURN_WITHOUT_RECEIPT : Right.OPEN_ITEM;
            User user = guard.allowed(draft, right, grounds);
            Guard.requireCurrency(draft, item.unitPrice());
            DraftLine line = DraftLine.of(draft.nextLineId(), Goods.of(item), item.quantity())
                    .setApart()
                    .withReason(grounds.reason());
            return Change.to(draft.plus(line), grounds)
                    .and(guard.entry(guard.act(draft, "open_item", user, grounds, line)));
        });
    }

    @Override
    public Ticket addReturns(List<RefundPart> parts, Grounds grounds) {
        return desk.change(draft -> {
            guard.allowed(draft, Right.REFUND, grounds);
            Draft next = draft;
            for (RefundPart part : parts) {
                Guard.requireCurrency(draft, Money.zero(part.line().currency()));
                next = next.plus(Returned.line(next.nextLineId(), part, grounds));
            }
            return Change.to(next, grounds);
        });
    }

    @Override
    public Ticket addReturnWithoutReceipt(Product product, Quantity quantity, Grounds grounds) {
        Guard.requirePositive(quantity);
        return desk.change(draft -> {
            User user = guard.allowed(draft, Right.RETURN_WITHOUT_RECEIPT, grounds);
            Guard.requireCurrency(draft, product.price());
            DraftLine line = DraftLine.of(draft.nextLineId(), Goods.of(product, product.price()), quantity.negated())
                    .withReason(grounds.reason());
            return Change.to(draft.plus(line), grounds)
                    .and(guard.entry(guard.act(draft, "return_without_receipt", user, grounds, line)));
        });
    }

    @Override
    public Ticket setQuantity(int lineId, Quantity quantity, Grounds grounds) {
        return desk.change(draft -> {
            DraftLine line = draft.line(lineId);
            if (quantity.isZero() || quantity.isNegative() != line.isReturn()) {
                throw new IllegalArgumentException(
                        "a line's quantity is not zero, and does not turn a sale into a return");
            }
            Draft next = draft.change(lineId, old -> old.withQuantity(quantity.milli()));
            long less = Math.abs(line.quantityMilli()) - Math.abs(quantity.milli());
            if (less <= 0) {
                guard.seller(draft);
                return Change.to(next);
            }
            User user = guard.allowed(draft, Right.VOID_LINE, grounds);
            guard.requireDiscounts(draft, next, grounds);
            DraftLine fewer = line.withQuantity(line.quantityMilli() < 0 ? -less : less);
            long worth = new Bill(draft).worthOf(lineId) - new Bill(next).worthOf(lineId);
            return Change.to(next, grounds)
                    .and(guard.entry(guard.act(draft, "void_line", user, grounds, fewer)))
                    .and(guard.noteVoid(draft, "line", grounds, worth));
        });
    }

    @Override
    public Ticket voidLine(int lineId, Grounds grounds) {
        return desk.change(draft -> {
            DraftLine line = draft.line(lineId);
            User user = guard.allowed(draft, Right.VOID_LINE, grounds);
            Draft next = draft.without(lineId);
            guard.requireDiscounts(draft, next, grounds);
            long worth = new Bill(draft).worthOf(lineId);
            return Change.to(next, grounds)
                    .and(guard.entry(guard.act(draft, "void_line", user, grounds, line)))
                    .and(guard.noteVoid(draft, "line", grounds, worth));
        });
    }

    @Override
    public Ticket setNote(int lineId, String note) {
        return desk.change(draft -> {
            guard.seller(draft);
            return Change.to(draft.change(lineId, line -> line.withNote(Guard.text(note))));
        });
    }

    @Override
    public Ticket discountLine(int lineId, Discount discount, Grounds grounds) {
        return desk.change(draft -> {
            DraftLine line = draft.line(lineId);
            Guard.requireOwnPrice(line);
            Given given = Given.of(discount, grounds);
            int reach = Reach.of(
                    given.toEngine(), Math.abs(new Bill(draft).amountsOf(lineId).priceMinor()));
            User user = guard.allowed(draft, new Demand(Right.DISCOUNT, reach), grounds);
            Draft next = draft.change(lineId, old -> old.withDiscount(Optional.of(given)));
            guard.requireDiscounts(draft, next, grounds);
            return Change.to(next, grounds)
                    .and(guard.entry(
                            guard.act(draft, "discount", user, grounds, line).with("ppm", reach)));
        });
    }

    @Override
    public Ticket removeLineDiscount(int lineId) {
        return desk.change(draft -> {
            guard.seller(draft);
            return Change.to(draft.change(lineId, line -> line.withDiscount(Optional.empty())));
        });
    }

    @Override
    public Ticket overridePrice(int lineId, Money unitPrice, Grounds grounds) {
        return desk.change(draft -> {
            Guard.requireCurrency(draft, unitPrice);
            DraftLine line = draft.line(lineId);
            Guard.requireOwnPrice(line);
            if (unitPrice.isNegative()) {
                throw new IllegalArgumentException("a price cannot be negative");
            }
            String reason =
                    grounds.reason().orElseThrow(() -> new IllegalArgumentException("a changed price needs a reason"));
            int reach = Reach.ofOverride(line.goods().listPriceMinor(), unitPrice.minor());
            User user = guard.allowed(draft, new Demand(Right.PRICE_OVERRIDE, reach), grounds);
            Draft next = draft.change(lineId, old -> old.withPrice(unitPrice.minor(), Optional.of(reason)));
            guard.requireDiscounts(draft, next, grounds);
            return Change.to(next, grounds)
                    .and(guard.entry(guard.act(draft, "price_override", user, grounds, next.line(lineId))
                            .with("ppm", reach)));
        });
    }

    @Override
    public Ticket confirmAge(int lineId) {
        return desk.change(draft -> {
            DraftLine line = draft.line(lineId);
            int age = line.goods()
                    .minimumAge()
                    .orElseThrow(() -> new IllegalArgumentException("that product is for any age"));
            User user = guard.seller(draft);
            Act entry = guard.act(draft, "age_check", user, Grounds.NONE)
                    .with("name", line.goods().name())
                    .with("minimumAge", age);
            return Change.to(draft.change(lineId, DraftLine::withAgeChecked)).and(guard.entry(entry));
        });
    }

    @Override
    public Ticket discountTicket(Discount discount, Grounds grounds) {
        return desk.change(draft -> {
            Given given = Given.of(discount, grounds);
            int reach = Reach.of(given.toEngine(), new Bill(draft).discountableMinor());
            User user = guard.allowed(draft, new Demand(Right.DISCOUNT, reach), grounds);
            Act entry = guard.act(draft, "ticket_discount", user, grounds).with("ppm", reach);
            return Change.to(draft.withDiscount(Optional.of(given)), grounds).and(guard.entry(entry));
        });
    }

    @Override
    public Ticket removeTicketDiscount() {
        return desk.change(draft -> {
            guard.seller(draft);
            return Change.to(draft.withDiscount(Optional.empty()));
        });
    }

    @Override
    public Ticket setCustomer(Optional<CustomerName> customer) {
        return desk.change(draft -> {
            guard.seller(draft);
            return Change.to(draft.withCustomer(customer));
        });
    }

    @Override
    public Ticket setTicketNote(String note) {
        return desk.change(draft -> {
            guard.seller(draft);
            return Change.to(draft.withNote(Guard.text(note)));
        });
    }

    @Override
    public Ticket voidTicket(Grounds grounds) {
        return desk.change(draft -> {
            if (draft.lines().isEmpty()) {
                guard.seller(draft);
                return Change.to(desk.blank());
            }
            User user = guard.allowed(draft, Right.VOID_TICKET, grounds);
            long total = new Bill(draft).totalMinor();
            Act entry = guard.act(draft, "void_ticket", user, grounds)
                    .with("lines", draft.lines().size())
                    .with("totalMinor", total);
            // The approval concerns the ticket that is gone, not the next one.
            return new Change(desk.blank(), grounds, List.of())
                    .and(guard.entry(entry))
                    .and(guard.noteVoid(draft, "ticket", grounds, total));
        });
    }
}
