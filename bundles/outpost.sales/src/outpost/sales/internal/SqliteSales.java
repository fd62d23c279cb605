package outpost.sales.internal;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Rung;
import outpost.sales.Sales;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Money;
import outpost.values.PosId;

/** Sales in the till's database. */
@Component(immediate = true)
public final class SqliteSales implements Sales {
    private static final int MAX_LATEST = 1_000;
    /** Keeps a receipt's number within the protocol's limit, whatever the terminal is called. */
    private static final int TERMINAL_CHARS = 32;

    private final Store store;
    private final Terminal terminal;
    private final Outbox outbox;
    private final Clock clock;
    private final Supplier<UUID> newSaleId;

    @Activate
    public SqliteSales(@Reference Store store, @Reference Terminal terminal, @Reference Outbox outbox) {
        this(store, terminal, outbox, Clock.systemDefaultZone(), UUID::randomUUID);
    }

    SqliteSales(Store store, Terminal terminal, Outbox outbox, Clock clock, Supplier<UUID> newSaleId) {
        this.store = store;
        this.terminal = terminal;
        this.outbox = outbox;
        this.clock = clock;
        this.newSaleId = newSaleId;
        store.migrate("sales", SqliteSales.class);
    }

    @Override
    public Receipt complete(Basket basket, Kind kind, Cash tendered, String cashier, Optional<String> reference) {
        Identity identity = identity();
        // One look at the basket: whoever changes it from now on changes the next ticket.
        List<SaleLine> lines = basket.saleLines();
        requireFit(lines, kind, basket.currency(), identity.currency());
        SaleTender tender = tender(total(lines, basket.currency()), tendered.handed());
        return store.write(transaction -> {
            reference.ifPresent(text -> requireNew(transaction, text));
            long sequence = lastSequence(transaction, identity.posId()) + 1;
            SalePayload sale = new SalePayload(
                    newSaleId.get(),
                    number(identity, sequence),
                    reference,
                    basket.currency().getCurrencyCode(),
                    cashier,
                    lines,
                    SaleTax.of(basket.currency().getCurrencyCode(), lines),
                    List.of(tender),
                    tender.amountMinor());
            Receipt receipt = new Receipt(kind, ZonedDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS), sale);
            keep(transaction, receipt, identity.posId(), sequence);
            return receipt;
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
        return store.read(transaction -> RungTotals.load(transaction, identity().currency()));
    }

    private void keep(Transaction transaction, Receipt receipt, PosId posId, long sequence) {
        String payload = Json.write(receipt.sale());
        EventType type = receipt.kind() == Kind.SALE ? EventType.SALE : EventType.REFUND;
        ReceiptRows.insert(transaction, receipt, posId, sequence);
        RungTotals.add(transaction, receipt);
        Journal.append(transaction, receipt.completedAt(), type.wireName(), receipt.number(), payload);
        outbox.append(transaction, type, payload);
    }

    private Identity identity() {
        return terminal.identity().orElseThrow(() -> new IllegalStateException("this till is not enrolled"));
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

    private static long lastSequence(Transaction transaction, PosId posId) {
        return transaction.number("SELECT coalesce(max(sequence), 0) FROM receipts WHERE pos_id = ?", posId.value());
    }

    /** The file's own name makes it unique at the terminal even after a new file began to count again. */
    private static String number(Identity identity, long sequence) {
        String name = identity.enrolment().terminalId().value();
        String prefix = name.length() <= TERMINAL_CHARS ? name : name.substring(0, TERMINAL_CHARS);
        return String.format("%s-%s-%06d", prefix, identity.posId(), sequence);
    }
}
