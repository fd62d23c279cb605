package outpost.sales.internal.receipt;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.BranchEvents;
import outpost.outbox.EventReader;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SaleJournal;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;
import outpost.protocol.SalePayload;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.PosId;

/** Receipts that other lanes of the branch have printed, and what came back there. */
@Component(service = {EventReader.class, BranchReceipts.class})
public final class BranchReceipts implements EventReader {
    private static final long ANY_SIZE = 1;

    private final Store store;
    private final BranchEvents events;

    /** @param book brought the tables of this unit to their newest form */
    @Activate
    public BranchReceipts(@Reference Store store, @Reference BranchEvents events, @Reference SaleBook book) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String name() {
        return "branch-receipts";
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.SALE, EventType.REFUND);
    }

    @Override
    public void read(Transaction transaction, Event event, boolean own) {
        if (own) {
            return;
        }
        SalePayload sale = Json.read(event.payload(), SalePayload.class);
        transaction.update(
                "INSERT OR IGNORE INTO branch_receipts (number, pos_id, local_event_id) VALUES (?, ?, ?)",
                sale.receiptNumber(),
                event.posId().value(),
                event.localEventId());
        for (SaleLine line : sale.lines()) {
            if (line.refundOf().isPresent()) {
                SaleLineRef from = line.refundOf().get();
                transaction.update(
                        "INSERT OR IGNORE INTO branch_returns (number, line_no, refund_of, refund_of_line, quantity_milli)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        sale.receiptNumber(),
                        line.lineNo(),
                        from.receiptNumber(),
                        from.lineNo(),
                        line.quantityMilli());
            }
        }
    }

    /** Another lane's receipt by its number, as far as it has come here. Reads the disk. */
    Optional<Receipt> find(String number) {
        return store.read(transaction -> transaction.first(
                        "SELECT pos_id, local_event_id FROM branch_receipts WHERE number = ?",
                        row -> new Place(new PosId(row.text("pos_id")), row.number("local_event_id")),
                        number))
                .flatMap(this::at);
    }

    private Optional<Receipt> at(Place place) {
        return events.events(place.posId(), place.localEventId() - 1, 1, ANY_SIZE).stream()
                .filter(event -> event.localEventId() == place.localEventId())
                .findFirst()
                .map(BranchReceipts::receipt);
    }

    private static Receipt receipt(Event event) {
        SalePayload sale = Json.read(event.payload(), SalePayload.class);
        // What stands on the paper is the journal's time; the event was made a moment later.
        String at = sale.journal().map(SaleJournal::at).orElse(event.occurredAt());
        return new Receipt(
                event.type().equals(EventType.REFUND) ? Kind.REFUND : Kind.SALE, ZonedDateTime.parse(at), sale);
    }

    private record Place(PosId posId, long localEventId) {}
}
