package outpost.inventory.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.inventory.Inventory;
import outpost.inventory.Moved;
import outpost.outbox.Outbox;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockPayload;
import outpost.store.Store;
import outpost.values.Quantity;

/** The stock in the till's database. What is entered here comes to it the same way as what a neighbour entered: as an event that {@link StockReader} reads. */
@Component
public final class SqliteInventory implements Inventory {
    private static final int MOST = 500;

    private final Store store;
    private final Outbox outbox;
    private final Supplier<UUID> ids;

    @Activate
    public SqliteInventory(@Reference Store store, @Reference Outbox outbox) {
        this(store, outbox, UUID::randomUUID);
    }

    SqliteInventory(Store store, Outbox outbox, Supplier<UUID> ids) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        store.migrate("inventory", SqliteInventory.class);
    }

    @Override
    public Map<String, StockLevel> levels(Collection<String> productIds) {
        return store.read(transaction -> new StockRows(transaction).levels(productIds));
    }

    @Override
    public List<Low> low(Quantity atMost, int limit) {
        requireLimit(limit);
        return store.read(transaction -> new StockRows(transaction).low(atMost, limit));
    }

    @Override
    public List<Moved> history(String productId, int limit) {
        requireLimit(limit);
        return store.read(transaction -> new StockRows(transaction).history(productId, limit));
    }

    @Override
    public UUID enter(String by, Optional<String> reference, List<StockPayload.Line> lines) {
        StockPayload stock = new StockPayload(ids.get(), by, reference, lines);
        store.write(transaction -> outbox.append(transaction, EventType.STOCK, Json.write(stock)));
        return stock.stockId();
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MOST);
        }
    }
}
