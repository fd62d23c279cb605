package outpost.sales.internal.receipt;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Identity;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.SaleJournal;
import outpost.protocol.SalePayload;
import outpost.sales.CustomerName;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.sales.Shift;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.shift.ShiftRows;
import outpost.store.Transaction;
import outpost.values.PosId;

/** Enters sales: number, shift, receipt, sums, journal entry and event, all in the caller's transaction. */
@Component(service = SaleBook.class)
public final class SaleBook {
    /** Keeps a receipt's number within the protocol's limit, whatever the terminal is called. */
    private static final int TERMINAL_CHARS = 32;

    private final Journal journal;
    private final Supplier<UUID> newId;

    @Activate
    public SaleBook(@Reference Journal journal) {
        this(journal, UUID::randomUUID);
    }

    public SaleBook(Journal journal, Supplier<UUID> newId) {
        this.journal = journal;
        this.newId = newId;
    }

    /** @throws IllegalArgumentException if the parts of the sale do not fit together */
    public Receipt enter(Transaction transaction, NewSale sale) {
        Identity identity = journal.identity();
        ZonedDateTime at = journal.now();
        Shift shift = ShiftRows.currentOrNew(
                transaction, newId.get(), at, sale.cashier(), sale.terms().currency());
        long sequence = nextSequence(transaction, identity.posId(), sale.training());
        SaleJournal place = journal.nextPlace(transaction, at);
        SalePayload payload = payload(sale, number(identity, sequence), shift, place);
        Receipt receipt = new Receipt(sale.kind(), at, payload);
        String json = Json.write(payload);
        ReceiptRows.insert(transaction, receipt, json, identity.posId(), sequence);
        if (!sale.training()) {
            RungTotals.add(transaction, receipt);
        }
        EventType type = sale.kind() == Kind.SALE ? EventType.SALE : EventType.REFUND;
        journal.enterSale(transaction, place, type, receipt.number(), json);
        return receipt;
    }

    /** How much of a receipt's line came back so far, here and as far as this till knows at the branch's other lanes, in thousandths. */
    public static long refundedMilli(Transaction transaction, String receiptNumber, int lineNo) {
        return transaction.number(
                "SELECT coalesce(-sum(quantity_milli), 0) FROM ("
                        + "SELECT quantity_milli FROM receipt_items WHERE refund_of = ? AND refund_of_line = ?"
                        + " UNION ALL SELECT quantity_milli FROM branch_returns WHERE refund_of = ? AND refund_of_line = ?)",
                receiptNumber,
                lineNo,
                receiptNumber,
                lineNo);
    }

    private SalePayload payload(NewSale sale, String number, Shift shift, SaleJournal place) {
        String names = String.join(", ", sale.approvedBy());
        return new SalePayload(
                newId.get(),
                number,
                sale.reference(),
                sale.terms().currency().getCurrencyCode(),
                sale.cashier(),
                sale.lines(),
                sale.taxes(),
                sale.tenders(),
                sale.totalMinor(),
                sale.terms().taxIncluded() ? Optional.empty() : Optional.of(false),
                present(sale.terms().cashStepMinor(), 1),
                present(sale.roundingMinor(), 0),
                sale.customer().map(CustomerName::id),
                sale.customer().map(CustomerName::name),
                Optional.of(shift.id().toString()),
                Optional.of(shift.businessDay().toString()),
                sale.training() ? Optional.of(true) : Optional.empty(),
                sale.note(),
                Optional.of(names.substring(0, Math.min(names.length(), Limits.NAME_CHARS)))
                        .filter(text -> !text.isEmpty()),
                Optional.of(place));
    }

    /** What is as usual is not said. */
    private static Optional<Long> present(long value, long usual) {
        return value == usual ? Optional.empty() : Optional.of(value);
    }

    /** Training counts down from -1, so that the real receipts stay numbered without a gap. */
    private static long nextSequence(Transaction transaction, PosId posId, boolean training) {
        return training
                ? transaction.number(
                        "SELECT coalesce(min(sequence), 0) - 1 FROM receipts WHERE pos_id = ? AND sequence < 0",
                        posId.value())
                : transaction.number(
                        "SELECT coalesce(max(sequence), 0) + 1 FROM receipts WHERE pos_id = ? AND sequence > 0",
                        posId.value());
    }

    /** The file's own name makes it unique at the terminal even after a new file began to count again. */
    private static String number(Identity identity, long sequence) {
        String name = identity.enrolment().terminalId().value();
        String prefix = name.length() <= TERMINAL_CHARS ? name : name.substring(0, TERMINAL_CHARS);
        return sequence < 0
                ? String.format("%s-%s-T%06d", prefix, identity.posId(), -sequence)
                : String.format("%s-%s-%06d", prefix, identity.posId(), sequence);
    }
}
