package outpost.inventory.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.inventory.Moved;
import outpost.outbox.EventReader;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;
import outpost.store.Store;
import outpost.store.Transaction;

/**
 * Takes the stock's movements from the events of the branch. It is a component of its own beside {@link SqliteInventory}, as the outbox needs its readers and the
 * inventory needs the outbox.
 */
@Component
public final class StockReader implements EventReader {
    @Activate
    public StockReader(@Reference Store store) {
        store.migrate("inventory", StockReader.class);
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.SALE, EventType.REFUND, EventType.STOCK);
    }

    @Override
    public void read(Transaction transaction, Event event, boolean own) {
        StockRows rows = new StockRows(transaction);
        moved(event).forEach(rows::add);
    }

    private static List<Moved> moved(Event event) {
        return event.type().equals(EventType.STOCK)
                ? moved(event, Json.read(event.payload(), StockPayload.class))
                : moved(event, Json.read(event.payload(), SalePayload.class));
    }

    private static List<Moved> moved(Event event, SalePayload sale) {
        return StockMovement.of(event.hlc(), sale).stream()
                .map(movement -> new Moved(
                        movement,
                        event.terminalId(),
                        sale.cashier(),
                        Optional.of(sale.receiptNumber()),
                        sale.lines().get(movement.at().line() - 1).reason(),
                        Optional.empty()))
                .toList();
    }

    private static List<Moved> moved(Event event, StockPayload stock) {
        return StockMovement.of(event.hlc(), stock).stream()
                .map(movement -> {
                    StockPayload.Line line = stock.lines().get(movement.at().line() - 1);
                    return new Moved(
                            movement, event.terminalId(), stock.by(), stock.reference(), line.reason(), line.note());
                })
                .toList();
    }
}
