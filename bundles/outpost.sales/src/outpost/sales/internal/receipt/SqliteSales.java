package outpost.sales.internal.receipt;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Money;
import outpost.values.reckoning.Terms;

/** Sales in the till's database. */
@Component(immediate = true)
public final class SqliteSales implements Sales {
    private static final int MAX_LATEST = 1_000;

    private final Store store;
    private final Journal journal;
    private final SaleBook book;

    @Activate
    public SqliteSales(@Reference Store store, @Reference Journal journal, @Reference SaleBook book) {
        this.store = store;
        this.journal = journal;
        this.book = book;
    }

    @Override
    public Receipt complete(Basket basket, Kind kind, Cash tendered, String cashier, Optional<String> reference) {
        Currency ours = journal.identity().currency();
        // One look at the basket: whoever changes it from now on changes the next ticket.
        List<SaleLine> lines = basket.saleLines();
        requireFit(lines, kind, basket.currency(), ours);
        SaleTender tender = tender(total(lines, basket.currency()), tendered.handed());
        NewSale sale = new NewSale(
                kind,
                cashier,
                reference,
                new Terms(ours, true, 1),
                lines,
                SaleTax.of(ours.getCurrencyCode(), lines),
                List.of(tender),
                tender.amountMinor(),
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
        return store.write(transaction -> {
            reference.ifPresent(text -> requireNew(transaction, text));
            return book.enter(transaction, sale);
        });
    }

    @Override
    public Optional<Receipt> receipt(String number) {
        return store.read(transaction -> ReceiptRows.select(transaction, "WHERE number = ?", number)).stream()
                .findFirst();
    }

    @Override
    public Optional<Receipt> byReference(String reference) {
        return store.read(transaction -> ReceiptRows.select(transaction, "WHERE reference = ?", reference)).stream()
                .findFirst();
    }

    @Override
    public List<Receipt> latest(int limit) {
        if (limit < 1 || limit > MAX_LATEST) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_LATEST);
        }
        return store.read(transaction -> ReceiptRows.select(transaction, "ORDER BY rowid DESC LIMIT ?", limit));
    }

    @Override
    public Rung rung() {
        return store.read(
                transaction -> RungTotals.load(transaction, journal.identity().currency()));
    }

    private static void requireFit(List<SaleLine> lines, Kind kind, Currency currency, Currency ofTheTill) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the basket is empty");
        }
        if (!currency.equals(ofTheTill)) {
            throw new IllegalArgumentException("a basket in " + currency + " at a till that sells in " + ofTheTill);
        }
        if (kind == Kind.REFUND && lines.stream().anyMatch(line -> line.quantityMilli() > 0)) {
            throw new IllegalArgumentException("a refund takes back only: every quantity must be negative");
        }
    }

    private static Money total(List<SaleLine> lines, Currency currency) {
        return new Money(
                currency, lines.stream().mapToLong(SaleLine::totalMinor).reduce(0, Math::addExact));
    }

    /** The customer pays at least the total; what the shop owes is paid out to the unit. */
    private static SaleTender tender(Money total, Money handed) {
        Money change = handed.minus(total);
        if (change.isNegative()) {
            throw new IllegalArgumentException(handed + " does not pay " + total);
        }
        if (total.isNegative() && !handed.equals(total)) {
            throw new IllegalArgumentException("the shop pays out " + total.negated() + ", not " + handed.negated());
        }
        return new SaleTender(SaleTender.CASH, total.minor(), handed.minor(), change.minor());
    }

    private static void requireNew(Transaction transaction, String reference) {
        Optional<String> number = transaction.first(
                "SELECT number FROM receipts WHERE reference = ?", row -> row.text("number"), reference);
        number.ifPresent(present -> {
            throw new IllegalStateException("ticket " + reference + " was completed already, as receipt " + present);
        });
    }
}
